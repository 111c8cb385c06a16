import { newId } from '@accord/shared/kernel/id';
import { useTranslation } from 'react-i18next';
import { useComments } from './comments';
import css from './comments.module.css';
import { Composer } from './composer';
import type { CommentTarget } from './kept-comments';
import { Discussion } from './thread-card';
import type { ThreadView } from './thread-view';

/**
 * What is said about a suggestion, for the inside of its card: the threads about it, and a field to begin one. What is said
 * stays when the suggestion has been decided (S7).
 *
 * @param views all threads of the chapter
 */
export function SuggestionTalk(props: {
  suggestionId: string;
  views: readonly ThreadView[];
  isActive: boolean;
}) {
  const { suggestionId, views, isActive } = props;
  const { t } = useTranslation();
  const { mayComment, drafts, writeDraft, dropDraft, send } = useComments();
  const here = views.filter(
    ({ place }) => place.kind === 'suggestion' && place.suggestionId === suggestionId,
  );
  const draftId = `suggestion:${suggestionId}`;
  const draft = drafts.get(draftId);
  const target = (): CommentTarget =>
    draft?.target ?? {
      kind: 'thread',
      threadId: newId(),
      anchor: { kind: 'suggestion', suggestionId },
      type: null,
    };
  if (here.length > 0)
    return (
      <div className={css.talk}>
        {here.map((view) => (
          <Discussion key={view.thread.id} view={view} isActive={isActive} />
        ))}
      </div>
    );
  if (!isActive || !mayComment) return null;
  return (
    <Composer
      label={t(($) => $.comments.newLabel)}
      send={t(($) => $.comments.send)}
      text={draft?.text ?? ''}
      rows={1}
      onChange={(text) => (text === '' ? dropDraft(draftId) : writeDraft(draftId, target(), text))}
      onSend={(text) => send(draftId, target(), text)}
    />
  );
}

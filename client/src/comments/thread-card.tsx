import type { Thread } from '@accord/shared/comments/comments';
import { newId } from '@accord/shared/kernel/id';
import { Check, CircleCheck, Link2, MapPinOff, RotateCcw, Tags, TextCursor } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { hrefOf } from '../navigation/place';
import { Badge } from '../ui/badge';
import { buttonClass, iconButtonClass } from '../ui/button-class';
import { classes } from '../ui/classes';
import { MenuItem } from '../ui/menu';
import { useVoice } from '../ui/notices';
import { Classification, ClassificationDialog } from './classification';
import { useComments } from './comments';
import css from './comments.module.css';
import { Composer } from './composer';
import type { CommentTarget } from './kept-comments';
import { OneComment, useName } from './one-comment';
import { ThreadHistory } from './thread-history';
import { quoteOf, type ThreadView } from './thread-view';

export interface ThreadCardProps {
  view: ThreadView;
  isActive: boolean;
  /** Whether it stands away from its text and has to say what that is. */
  showQuote: boolean;
  /** Back to the text, at the place of the thread. */
  onLeave: () => void;
}

/** A thread on a card: short while it is one of many, with everything when it is the active one. */
export function ThreadCard({ view, isActive, showQuote, onLeave }: ThreadCardProps) {
  const { thread, place } = view;
  const { t } = useTranslation();
  const label = useThreadLabel(thread);
  const quote = quoteOf(thread);
  const isLost = place.kind === 'nowhere';
  return (
    <article
      className={classes(css.card, isActive && css.activeCard, thread.resolved && css.resolvedCard)}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is gone to as a whole, to be read
      tabIndex={0}
      data-card-focus
      data-thread={thread.id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {isLost && (
        <Badge icon={MapPinOff} tone="warn">
          {t(($) => $.comments.onDeletedText)}
        </Badge>
      )}
      {thread.anchor.kind === 'chapter' && <p className={css.quiet}>{t(($) => $.comments.onChapter)}</p>}
      {quote !== null && (showQuote || isLost) && (
        <blockquote className={css.quote} translate="no">
          {quote}
        </blockquote>
      )}
      <Discussion view={view} isActive={isActive} onLeave={place.kind === 'text' ? onLeave : undefined} />
    </article>
  );
}

/** What is said in a thread, and what can be done about it: the inside of a card. @param onLeave to its text, if it has one */
export function Discussion(props: {
  view: ThreadView;
  isActive: boolean;
  onLeave?: (() => void) | undefined;
}) {
  const { view, isActive, onLeave } = props;
  const { thread, outgoing } = view;
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useName();
  const { mayComment, mayDeleteAll: coordinates } = useComments();
  const [classifying, setClassifying] = useState(false);
  const copyLink = useCopyLink(thread);
  const [first, ...replies] = thread.comments;
  if (!first) return null;
  return (
    <>
      <OneComment
        thread={thread}
        comment={first}
        outgoing={outgoing.get(first.id)}
        isActive={isActive}
        tools={<ResolveButton thread={thread} />}
        menu={
          <>
            {onLeave && (
              <MenuItem icon={TextCursor} onAction={onLeave}>
                {t(($) => $.comments.showInText)}
              </MenuItem>
            )}
            <MenuItem icon={Link2} onAction={() => void copyLink()}>
              {t(($) => $.comments.copyLink)}
            </MenuItem>
            {mayComment && (
              <MenuItem icon={Tags} onAction={() => setClassifying(true)}>
                {t(($) => $.comments.classify)}
              </MenuItem>
            )}
          </>
        }
      />
      {classifying && <ClassificationDialog thread={thread} onClose={() => setClassifying(false)} />}
      <Classification thread={thread} />
      {isActive
        ? replies.map((comment) => (
            <OneComment
              key={comment.id}
              thread={thread}
              comment={comment}
              outgoing={outgoing.get(comment.id)}
              isActive
            />
          ))
        : replies.length > 0 && (
            <p className={css.quiet}>{t(($) => $.comments.replies, { count: replies.length })}</p>
          )}
      {thread.resolved && !isActive && (
        <Badge icon={CircleCheck} tone="good">
          {t(($) => $.comments.resolvedBy, {
            name: name(thread.resolved.personId),
            when: formats.moment(thread.resolved.at),
          })}
        </Badge>
      )}
      {isActive && coordinates && mayComment && thread.decision === null && (
        <div>
          <button type="button" className={buttonClass('plain', true)} onClick={() => setClassifying(true)}>
            <Tags size={16} aria-hidden />
            {t(($) => $.comments.decide)}
          </button>
        </div>
      )}
      {isActive && <ThreadHistory thread={thread} />}
      {isActive && <ReplyField thread={thread} />}
    </>
  );
}

/** How a thread is called: who began it, about what, how many replies, open or resolved (C14). */
export function useThreadLabel(thread: Thread): string {
  const { t } = useTranslation();
  const name = useName()(thread.comments[0]?.personId ?? '');
  const quote = quoteOf(thread);
  const short = quote && quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
  const about =
    thread.anchor.kind === 'chapter'
      ? t(($) => $.comments.cardChapter, { name })
      : thread.anchor.kind === 'suggestion'
        ? t(($) => $.comments.cardSuggestion, { name })
        : short === null
          ? t(($) => $.comments.cardBlock, { name })
          : t(($) => $.comments.card, { name, quote: short });
  return `${about}: ${useThreadDescription()(thread)}`;
}

/** "commented text, 2 replies, open" (C14). */
export function useThreadDescription(): (thread: Thread) => string {
  const { t } = useTranslation();
  return ({ comments, resolved }) =>
    t(($) => $.comments.described, {
      count: comments.length - 1,
      state: resolved ? t(($) => $.comments.stateResolved) : t(($) => $.comments.stateOpen),
    });
}

/** Puts the address of the thread into the clipboard, and says so. */
function useCopyLink({ chapterId, id }: Thread): () => Promise<void> {
  const { t } = useTranslation();
  const { notify } = useVoice();
  return async () => {
    const href = hrefOf({ to: '/chapters/$chapterId', params: { chapterId }, search: { thread: id } });
    await navigator.clipboard.writeText(new URL(href, location.href).href);
    notify(t(($) => $.comments.copied));
  };
}

function ResolveButton({ thread }: { thread: Thread }) {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const { mayComment, change } = useComments();
  if (!mayComment) return null;
  const label = thread.resolved ? t(($) => $.comments.reopen) : t(($) => $.comments.resolve);
  const Icon = thread.resolved ? RotateCcw : Check;
  return (
    // A plain button: there may be hundreds of cards.
    <button
      type="button"
      className={iconButtonClass('quiet', true)}
      aria-label={label}
      title={label}
      onClick={() => {
        change(thread, { resolved: !thread.resolved });
        announce(thread.resolved ? t(($) => $.comments.stateOpen) : t(($) => $.comments.stateResolved));
      }}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

function ReplyField({ thread }: { thread: Thread }) {
  const { t } = useTranslation();
  const comments = useComments();
  const name = useName();
  const { announce } = useVoice();
  const draftId = `reply:${thread.id}`;
  const draft = comments.drafts.get(draftId);
  if (!comments.mayComment) return null;
  const target = (): CommentTarget =>
    draft?.target ?? { kind: 'reply', threadId: thread.id, commentId: newId() };
  return (
    <Composer
      label={t(($) => $.comments.replyLabel, { name: name(thread.comments[0]?.personId ?? '') })}
      send={t(($) => $.comments.sendReply)}
      text={draft?.text ?? ''}
      rows={1}
      onChange={(text) =>
        text === '' ? comments.dropDraft(draftId) : comments.writeDraft(draftId, target(), text)
      }
      onSend={(text) => {
        comments.send(draftId, target(), text);
        announce(t(($) => $.comments.added));
      }}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { classes } from '../ui/classes';
import { useComments } from './comments';
import css from './comments.module.css';
import { Composer } from './composer';
import type { Draft } from './kept-comments';
import { quotedIn } from './thread-view';

/** A thread that is being begun: a field beside the text it will be about. */
export function DraftCard(props: {
  draft: Draft;
  isActive: boolean;
  showQuote: boolean;
  /** The text it was to be about is gone. */
  isLost: boolean;
  onLeave: () => void;
  /** It has been sent off: a card with it takes this one's place. */
  onSent: () => void;
}) {
  const { draft, isActive, showQuote, isLost, onLeave, onSent } = props;
  const { t } = useTranslation();
  const { writeDraft, dropDraft, send } = useComments();
  const { id, target, text } = draft;
  if (target.kind !== 'thread') return null;
  const quote = quotedIn(target.anchor);
  return (
    <article
      className={classes(css.card, isActive && css.activeCard)}
      aria-label={t(($) => $.comments.draftCard)}
      data-thread={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        // What has been written stays; a comment without a word was none.
        if (text.trim() === '') dropDraft(id);
        onLeave();
      }}
    >
      {target.anchor.kind === 'chapter' && <p className={css.quiet}>{t(($) => $.comments.onChapter)}</p>}
      {isLost && <p className={css.waiting}>{t(($) => $.comments.lostDraft)}</p>}
      {quote !== null && (showQuote || isLost) && (
        <blockquote className={css.quote} translate="no">
          {quote}
        </blockquote>
      )}
      <Composer
        label={t(($) => $.comments.newLabel)}
        send={t(($) => $.comments.send)}
        text={text}
        isFirst
        onChange={(next) => writeDraft(id, target, next)}
        onSend={(next) => {
          // Nothing can be hung on what is not there; what was meant is still said.
          if (isLost)
            send(id, { ...target, anchor: { kind: 'chapter' } }, quote ? `“${quote}”\n\n${next}` : next);
          else send(id, target, next);
          onSent();
        }}
        onCancel={() => {
          dropDraft(id);
          onLeave();
        }}
      />
    </article>
  );
}

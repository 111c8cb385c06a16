import {
  CommentDecision,
  CommentType,
  type Thread,
  type ThreadEvent,
} from '@accord/shared/comments/comments';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import css from './comments.module.css';
import { useName } from './one-comment';

/** What happened to a thread, in order: who resolved, reopened, typed and decided it, and when (C8, C15). */
export function ThreadHistory({ thread }: { thread: Thread }) {
  const words = useEventWords();
  const [first] = thread.comments;
  // The type it was begun with was never another.
  const events = thread.events.filter(({ what, at }) => what !== 'typed' || at !== first?.at);
  if (events.length === 0) return null;
  return (
    <ul className={css.history}>
      {events.map((event) => (
        <li key={`${event.at}-${event.what}`}>{words(event)}</li>
      ))}
    </ul>
  );
}

function useEventWords(): (event: ThreadEvent) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useName();
  return ({ what, personId, at, value }) => {
    const facts = { name: nameOf(personId), when: formats.moment(at) };
    if (what === 'resolved') return t(($) => $.comments.history.resolved, facts);
    if (what === 'reopened') return t(($) => $.comments.history.reopened, facts);
    if (what === 'decided') {
      const decision = CommentDecision.safeParse(value);
      return decision.success
        ? t(($) => $.comments.history.decided, {
            ...facts,
            value: t(($) => $.comments.decisions[decision.data]),
          })
        : t(($) => $.comments.history.undecided, facts);
    }
    const type = CommentType.safeParse(value);
    return type.success
      ? t(($) => $.comments.history.typed, { ...facts, value: t(($) => $.comments.types[type.data]) })
      : t(($) => $.comments.history.untyped, facts);
  };
}

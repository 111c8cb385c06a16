import type { ShownNotice } from '@accord/shared/notices/notices';
import { listPeople } from '@accord/shared/people/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { buttonClass } from '../ui/button-class';
import { classes } from '../ui/classes';
import css from './notices.module.css';
import { useSentence } from './sentence';
import { useMarkRead } from './use-notices';

/**
 * Notices as links to what they are about, newest first; following one marks it as read. The arrow keys, Home and End go
 * through them; Tab goes on.
 *
 * @param most how many are shown before "show more"
 */
export function NoticeList(props: {
  notices: readonly ShownNotice[];
  most: number;
  label: string;
  onFollow?: () => void;
  /** Buttons beside "show more". */
  children?: React.ReactNode;
}) {
  const { notices, most, label, onFollow, children } = props;
  const { t } = useTranslation();
  const [shown, show] = useState(most);
  const more = notices.length - shown;
  return (
    <>
      <ul className={css.list} aria-label={label} onKeyDown={moveFocus}>
        {notices.slice(0, shown).map((notice) => (
          <li key={notice.id}>
            <NoticeLink notice={notice} onFollow={onFollow} />
          </li>
        ))}
      </ul>
      {(more > 0 || children) && (
        <div className={css.actions}>
          {more > 0 && (
            <button
              type="button"
              className={buttonClass('quiet', true)}
              onClick={() => show(shown + Math.max(most, 20))}
            >
              {t(($) => $.notices.more, { count: more })}
            </button>
          )}
          {children}
        </div>
      )}
    </>
  );
}

function NoticeLink(props: { notice: ShownNotice; onFollow: (() => void) | undefined }) {
  const { notice, onFollow } = props;
  const { chapterId, threadId, suggestionId, excerpt, readAt } = notice;
  const { t } = useTranslation();
  const formats = useFormats();
  const people = useEndpoint(listPeople);
  const sentence = useSentence();
  const markRead = useMarkRead();
  const person = people.data?.find(({ id }) => id === notice.byId);
  const name = person ? `${person.name} (${person.country})` : t(($) => $.notices.somebody);
  const unread = readAt === null;
  return (
    <Link
      to="/chapters/$chapterId"
      params={{ chapterId }}
      search={threadId ? { thread: threadId } : { suggestion: suggestionId ?? undefined }}
      className={classes(css.notice, unread && css.unread)}
      onClick={() => {
        if (unread) markRead.mutate([notice.id]);
        onFollow?.();
      }}
    >
      <span className={css.what}>
        {unread && <span className="visually-hidden">{t(($) => $.notices.unread)} </span>}
        {sentence(notice, name)}
      </span>
      {excerpt !== '' && (
        <span className={css.excerpt} translate="no">
          {excerpt}
        </span>
      )}
      <span className={css.where}>
        <span translate="no" lang={notice.chapterLanguage}>
          {notice.chapterTitle}
        </span>
        {' · '}
        <time dateTime={notice.at}>{formats.ago(notice.at)}</time>
      </span>
    </Link>
  );
}

/** Arrow keys, Home and End within a list of links. */
function moveFocus(event: React.KeyboardEvent<HTMLUListElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(to, links.length - 1))]?.focus();
}

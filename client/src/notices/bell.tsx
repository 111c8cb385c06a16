import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { iconButtonClass } from '../ui/button-class';
import { classes } from '../ui/classes';
import { lazyPart } from '../ui/lazy-part';
import { useVoice } from '../ui/notices';
import css from './bell.module.css';
import { BellFace } from './bell-face';
import { useUnread } from './use-notices';

const fetchPopover = () => import('./bell-popover');
const BellPopover = lazyPart(fetchPopover);
const near = () => void fetchPopover();

/** The bell in the header of every screen: how many notices are unread, and, opened, which. */
export default function Bell() {
  const { t } = useTranslation();
  const count = useUnread();
  const [wanted, want] = useState(false);
  const unread = count?.unread ?? 0;
  const label = unread > 0 ? t(($) => $.app.bell.unread, { count: unread }) : t(($) => $.app.bell.title);
  useNewsAnnounced(count);
  const className = classes(iconButtonClass(), css.bell);
  const opener = (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={false}
      onFocus={near}
      onPointerEnter={near}
      onClick={() => want(true)}
    >
      <BellFace unread={unread} />
    </button>
  );
  if (!wanted) return opener;
  return (
    <Suspense fallback={opener}>
      <BellPopover className={className} label={label} unread={unread} />
    </Suspense>
  );
}

/** Says politely that there is something new; not what was unread when the page was opened. */
function useNewsAnnounced(count: { unread: number; newestId: string | null } | undefined): void {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const before = useRef(count);
  useEffect(() => {
    const last = before.current;
    before.current = count;
    if (last && count && count.unread > last.unread)
      announce(t(($) => $.app.bell.unread, { count: count.unread }));
  }, [count, announce, t]);
}

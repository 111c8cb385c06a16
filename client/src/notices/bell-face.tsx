import { Bell } from 'lucide-react';
import { useFormats } from '../i18n/formats';
import css from './bell.module.css';

/** More than this is "99+": the exact number helps nobody. */
const MOST = 99;

/** The bell with its number; the words are the button's. */
export function BellFace({ unread }: { unread: number }) {
  const formats = useFormats();
  return (
    <>
      <Bell size={18} aria-hidden />
      {unread > 0 && (
        <span className={css.count} aria-hidden>
          {unread > MOST ? `${formats.number(MOST)}+` : formats.number(unread)}
        </span>
      )}
    </>
  );
}

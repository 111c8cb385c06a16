import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { classes } from './classes';
import type { Notice } from './notices';
import css from './notices.module.css';

/** How long a good notice stays, in milliseconds. */
const SHOWN_FOR = 6000;

/** One notice; a good one goes by itself, a bad one stays until it is closed. */
export function NoticeCard({ notice, onClose }: { notice: Notice; onClose: (key: number) => void }) {
  const { t } = useTranslation();
  const { key, bad } = notice;
  useEffect(() => {
    if (bad) return;
    const timer = setTimeout(() => onClose(key), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [bad, key, onClose]);
  return (
    <div className={classes(css.notice, bad && css.bad)}>
      <span>{notice.text}</span>
      <IconButton small label={t(($) => $.actions.close)} icon={X} onPress={() => onClose(key)} />
    </div>
  );
}

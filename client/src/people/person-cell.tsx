import { useTranslation } from 'react-i18next';
import { useMe } from '../services/session';
import { Avatar } from '../ui/avatar';
import css from './panel.module.css';

/** A person in a table: initials, name, and a quieter second line. */
export function PersonCell({ id, name, detail }: { id: string; name: string; detail?: string }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className={css.person}>
      <Avatar name={name} small />
      <span className={css.names}>
        <strong>
          {name}
          {id === me.id && ` (${t(($) => $.people.list.you)})`}
        </strong>
        {detail && <span className={css.soft}>{detail}</span>}
      </span>
    </div>
  );
}

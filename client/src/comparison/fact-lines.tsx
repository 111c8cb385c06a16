import type { Row } from '@accord/shared/versions/comparison-model';
import { useTranslation } from 'react-i18next';
import css from './comparison.module.css';
import { useReading } from './reading';

/** What happened to a block besides its words, a line each. */
export function FactLines({ row }: { row: Row }) {
  const { i18n } = useTranslation();
  const { wording } = useReading();
  const lines = wording.facts(row);
  if (lines.length === 0) return null;
  return (
    <ul className={css.facts} lang={i18n.language}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

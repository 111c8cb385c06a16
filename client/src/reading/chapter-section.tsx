import type { Language } from '@accord/shared/access/role';
import { countWordsIn, outlineOf } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { renderMarkup } from '@accord/shared/manuscript/render-html';
import { Pencil } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../navigation/link';
import { Banner } from '../ui/banner';
import { buttonClass } from '../ui/button-class';
import { elementsOf } from './elements';
import css from './reading.module.css';

export interface ReadChapter {
  readonly chapterId: string;
  readonly title: string;
  readonly language: Language;
  /** Null when the text can't be read. */
  readonly document: NodeJson | null;
}

/** Nobody has written or drawn anything yet. */
const isBlank = (document: NodeJson): boolean =>
  countWordsIn(document) === 0 && !document.content?.some(({ type }) => type === 'figure');

/** Puts a chapter's highest headings right below its title, whatever level its writers began with. */
const shiftOf = (document: NodeJson): number =>
  3 - Math.min(...outlineOf(document).map(({ level }) => level), 4);

/** Goes before the ids of a chapter's blocks, so that chapters can stand on one page. */
export const prefixOf = (chapterId: string): string => `c-${chapterId}-`;
export const anchorOf = (chapterId: string): string => `c-${chapterId}`;

/** One chapter of the reading page, with a way to the place where it is written. */
export function ChapterSection({ chapter, number }: { chapter: ReadChapter; number: number }) {
  const { t } = useTranslation();
  const { chapterId, title, language, document } = chapter;
  const text = useMemo(
    () =>
      document &&
      elementsOf(
        renderMarkup(document, { language, prefix: prefixOf(chapterId), headingShift: shiftOf(document) }),
      ),
    [document, language, chapterId],
  );
  return (
    <section className={css.chapter} aria-labelledby={anchorOf(chapterId)}>
      <div className={css.chapterHead}>
        <h2 id={anchorOf(chapterId)} translate="no" lang={language}>
          <span className={css.number}>{number}</span> {title}
        </h2>
        <Link
          to="/chapters/$chapterId"
          params={{ chapterId }}
          className={buttonClass('quiet', true)}
          aria-label={t(($) => $.reading.openFor, { title })}
        >
          <Pencil size={16} aria-hidden />
          {t(($) => $.actions.open)}
        </Link>
      </div>
      {document && isBlank(document) && <p className={css.quiet}>{t(($) => $.reading.empty)}</p>}
      {document ? (
        <div className="reading-text" translate="no" lang={language}>
          {text}
        </div>
      ) : (
        <Banner kind="warn">{t(($) => $.reading.unreadable)}</Banner>
      )}
    </section>
  );
}

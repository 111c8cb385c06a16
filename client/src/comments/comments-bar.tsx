import { exportThreads } from '@accord/shared/comments/comments';
import { Download, FileText, MessageSquarePlus, PanelRight, Rows3, Sheet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api/call';
import { useFormats } from '../i18n/formats';
import { IconButton, IconToggle } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { Menu, MenuItem } from '../ui/menu';
import { useComments } from './comments';
import css from './comments.module.css';
import { FilterFields } from './filter-fields';
import { ALL_OPEN, type ThreadFilter } from './thread-view';
import type { ThreadItems } from './use-thread-items';

/** The line over the cards: what is shown, how, and what else can be done with all of them. */
export function CommentsBar(props: {
  threads: ThreadItems;
  /** Whether the cards can stand beside the text at all; else they are a list. */
  canStandBeside: boolean;
  asList: boolean;
  onAsList: (asList: boolean) => void;
  /** Null for those who may not comment. */
  onAboutChapter: (() => void) | null;
}) {
  const { threads, canStandBeside, asList, onAsList, onAboutChapter } = props;
  const { t } = useTranslation();
  const { filter, setFilter, counts } = threads;
  const show = (state: ThreadFilter['state']) => {
    onAsList(true);
    setFilter({ ...ALL_OPEN, state });
  };
  return (
    <div className={css.barFrame}>
      <div className={css.bar}>
        <FilterFields filter={filter} onChange={setFilter} />
        <span className={css.space} />
        {onAboutChapter && (
          <IconButton
            small
            icon={MessageSquarePlus}
            label={t(($) => $.comments.aboutChapter)}
            onPress={onAboutChapter}
          />
        )}
        <ExportMenu />
        {canStandBeside && (
          <IconToggle
            small
            icon={asList ? PanelRight : Rows3}
            label={asList ? t(($) => $.comments.besideText) : t(($) => $.comments.asList)}
            isSelected={asList}
            onChange={onAsList}
          />
        )}
      </div>
      <FilterWords filter={filter} onClear={() => setFilter(ALL_OPEN)} />
      {!asList && (counts.nowhere > 0 || counts.chapter > 0) && (
        <div className={css.bar}>
          {counts.chapter > 0 && (
            <button type="button" className={buttonClass('quiet', true)} onClick={() => show('open')}>
              {t(($) => $.comments.wholeChapter, { count: counts.chapter })}
            </button>
          )}
          {counts.nowhere > 0 && (
            <button type="button" className={buttonClass('quiet', true)} onClick={() => show('nowhere')}>
              {t(($) => $.comments.nowhere, { count: counts.nowhere })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** What is filtered by, in words, with a way out. */
function FilterWords({ filter, onClear }: { filter: ThreadFilter; onClear: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, whose, country, type, decision } = filter;
  const words = [
    ...(state === 'open' ? [] : [t(($) => $.comments.filter.states[state])]),
    ...(whose === 'all' ? [] : [t(($) => $.comments.filter.people[whose])]),
    ...(country === null ? [] : [formats.countryName(country)]),
    ...(type === null ? [] : [t(($) => $.comments.types[type])]),
    ...(decision === null
      ? []
      : [
          decision === 'none'
            ? t(($) => $.comments.filter.undecided)
            : t(($) => $.comments.decisions[decision]),
        ]),
  ];
  if (words.length === 0) return null;
  return (
    <p className={css.filtered} role="status">
      {t(($) => $.comments.filter.active, { words: words.join(', ') })}{' '}
      <button type="button" className={buttonClass('quiet', true)} onClick={onClear}>
        {t(($) => $.comments.filter.clear)}
      </button>
    </p>
  );
}

function ExportMenu() {
  const { t, i18n } = useTranslation();
  const { chapterId } = useComments();
  const label = t(($) => $.comments.exports);
  const language = exportThreads.query.shape.language.safeParse(i18n.language);
  const address = (format: 'csv' | 'docx') =>
    addressOf(exportThreads, {
      params: { chapterId },
      query: { format, ...(language.success ? { language: language.data } : {}) },
    });
  return (
    <Menu label={label} trigger={<IconButton small icon={Download} label={label} />}>
      <MenuItem icon={Sheet} onAction={() => download(address('csv'))}>
        {t(($) => $.comments.exportCsv)}
      </MenuItem>
      <MenuItem icon={FileText} onAction={() => download(address('docx'))}>
        {t(($) => $.comments.exportDocx)}
      </MenuItem>
    </Menu>
  );
}

function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

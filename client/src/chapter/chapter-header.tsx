import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import { ListTree, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PeopleHere } from '../editor/presence/people-here';
import { Link } from '../navigation/link';
import { StateWord } from '../outputs/state-word';
import type { SuggestionLayer } from '../suggestions/modes';
import type { ChapterSession } from '../sync/chapter-session';
import { usePeers } from '../sync/hooks';
import { SavedStateLabel } from '../sync/saved-state-label';
import { buttonClass } from '../ui/button-class';
import css from './chapter.module.css';
import { PaneToggle } from './pane-toggle';
import type { Pane } from './use-pane';

/** Where I am, whether my words are safe, and who is here; stays in view while the text scrolls. */
export function ChapterHeader(props: {
  chapter: Chapter;
  output: Output | undefined;
  session: ChapterSession;
  suggestions: SuggestionLayer;
  outline: Pane;
  margin: Pane;
  /** Shows how the review stands, and the moves I may make. */
  onReview: () => void;
  ref: React.Ref<HTMLElement>;
}) {
  const { chapter, output, session, suggestions, outline, margin, onReview, ref } = props;
  const { t } = useTranslation();
  const peers = usePeers(session);
  return (
    <header ref={ref} className={css.header}>
      <PaneToggle label={t(($) => $.chapter.outline.show)} icon={ListTree} pane={outline} />
      <div className={css.titles}>
        {output && (
          <Link
            to="/outputs/$outputId"
            params={{ outputId: output.id }}
            translate="no"
            lang={output.language}
          >
            {output.title}
          </Link>
        )}
        <h1 className={css.title} translate="no" lang={chapter.language}>
          {chapter.title}
        </h1>
      </div>
      <div className={css.status}>
        <button
          type="button"
          className={buttonClass('quiet', true)}
          title={t(($) => $.chapter.showReview)}
          onClick={onReview}
        >
          <StateWord state={chapter.state} />
          <span className="visually-hidden">: {t(($) => $.chapter.showReview)}</span>
        </button>
        <SavedStateLabel session={session} beside={suggestions.saving} />
        <PeopleHere people={peers} />
      </div>
      <PaneToggle label={t(($) => $.chapter.margin.show)} icon={PanelRight} pane={margin} />
    </header>
  );
}

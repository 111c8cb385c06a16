import { CloudCheck, CloudUpload, Lock, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChapterSession } from './chapter-session';
import type { Fact } from './fact';
import { useFact, useSavedState } from './hooks';
import { type SavedState, type SavingBeside, savedWith } from './saved-state';
import css from './saved-state-label.module.css';

const ICONS = { saved: CloudCheck, saving: CloudUpload, 'not-saved': TriangleAlert, 'read-only': Lock };

/** The sentence for a saved state, in the language of the page. */
export function useSavedSentence(): (state: SavedState) => string {
  const { t } = useTranslation();
  return (state) => {
    if (state.kind === 'saved') return t(($) => $.sync.state.saved);
    if (state.kind === 'saving') return t(($) => $.sync.state.saving);
    if (state.kind === 'not-saved') return t(($) => $.sync.state.notSaved, { count: state.changes });
    return t(($) => $.sync.state.readOnly, { reason: t(($) => $.sync.state.reasons[state.reason]) });
  };
}

/** Always says whether my words are safe (U3): icon and words, never shortened, at any width. */
export function SavedStateLabel({
  session,
  beside,
}: {
  session: ChapterSession;
  beside: Fact<SavingBeside>;
}) {
  const state = savedWith(useSavedState(session), useFact(beside));
  const sentence = useSavedSentence();
  const { t } = useTranslation();
  const Icon = ICONS[state.kind];
  return (
    <section className={css.label} data-kind={state.kind} aria-label={t(($) => $.sync.state.label)}>
      <Icon size={16} aria-hidden />
      <span data-testid="saved-state">{sentence(state)}</span>
      <SavedStateVoice state={state} sentence={sentence(state)} />
    </section>
  );
}

/**
 * What screen readers hear unasked: that words are at risk or the text is closed, and when that is over. Each
 * *Saving…* and *Saved* while all goes well would talk over the writing.
 */
function SavedStateVoice({ state, sentence }: { state: SavedState; sentence: string }) {
  const [said, say] = useState('');
  const { kind } = state;
  const worry = kind === 'not-saved' || kind === 'read-only';
  // Not on each sentence: a growing count of unsaved changes is no news.
  useEffect(() => {
    if (worry) say(sentence);
    else if (kind === 'saved') say((before) => (before === '' ? '' : sentence));
  }, [kind, worry]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}

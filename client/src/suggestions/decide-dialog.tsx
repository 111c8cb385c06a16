import type { Editor } from '@tiptap/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { Select } from '../ui/select';
import type { OpenSuggestion } from './desk';
import { beginningsOf, suggestionsBetweenPositions } from './drawing';
import { usePhrases } from './phrases';
import type { Verdict } from './suggestion-calls';
import { Proposal, wordsAround } from './suggestion-card';
import { drawnIn } from './suggestion-layer';
import { useSuggestions } from './suggestions';
import css from './suggestions.module.css';

const ALL = 'all';
const SELECTION = 'selection';

/** Accepting or rejecting many at once: whose, how many, and what it comes to, before it is done (S10). One step to undo. */
export function DecideDialog({ editor, onClose }: { editor: Editor | null; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { open, personOf, decide } = useSuggestions();
  const phraseOf = usePhrases();
  const [selected] = useState(() => selectedIn(editor));
  const [which, setWhich] = useState<string>(selected.size > 0 ? SELECTION : ALL);
  const [busy, setBusy] = useState(false);

  const countryOf = (suggestion: OpenSuggestion) => personOf(suggestion.personId)?.country;
  const nameOf = (id: string) => {
    const person = personOf(id);
    return person ? `${person.name} (${person.country})` : t(($) => $.suggestions.someone);
  };
  const choices = useMemo(() => {
    const people = [...new Set(open.map(({ personId }) => personId))];
    const countries = [...new Set(open.flatMap((each) => countryOf(each) ?? []))];
    return [
      ...(selected.size > 0 ? [{ value: SELECTION, label: t(($) => $.suggestions.several.selection) }] : []),
      { value: ALL, label: t(($) => $.suggestions.several.all) },
      ...people.map((id) => ({
        value: `person:${id}`,
        label: t(($) => $.suggestions.several.person, { name: nameOf(id) }),
      })),
      ...(countries.length > 1
        ? countries.map((country) => ({
            value: `country:${country}`,
            label: t(($) => $.suggestions.several.country, { country: formats.countryName(country) }),
          }))
        : []),
    ];
  }, [open, selected, t, personOf]);
  const [places] = useState(() =>
    editor && !editor.isDestroyed ? beginningsOf(drawnIn(editor.view)) : new Map<string, number>(),
  );
  const placeOf = ({ id }: OpenSuggestion) => places.get(id) ?? Number.POSITIVE_INFINITY;
  const inOrder = open.toSorted((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)];
    return a === b ? 0 : a - b;
  });
  const chosen = inOrder.filter((suggestion) => {
    if (which === ALL) return true;
    if (which === SELECTION) return selected.has(suggestion.id);
    return which === `person:${suggestion.personId}` || which === `country:${countryOf(suggestion)}`;
  });
  const settle = async (verdict: Verdict) => {
    setBusy(true);
    await decide(
      chosen.map(({ id }) => id),
      verdict,
    );
    onClose();
  };
  const count = chosen.length;
  return (
    <Dialog title={t(($) => $.suggestions.several.title)} isOpen onClose={onClose} wide>
      <div className={css.form}>
        <Select
          label={t(($) => $.suggestions.several.which)}
          value={which}
          choices={choices}
          onChange={setWhich}
        />
        <p role="status">{t(($) => $.suggestions.several.count, { count })}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, and must be reachable by keyboard for that */}
        <ol className={css.preview} aria-label={t(($) => $.suggestions.several.preview)} tabIndex={0}>
          {chosen.map((suggestion) => (
            <li key={suggestion.id}>
              <span className={css.quiet} translate="no">
                {nameOf(suggestion.personId)}
              </span>
              <Proposal
                phrase={phraseOf(suggestion.operations)}
                around={wordsAround(suggestion.operations)}
              />
            </li>
          ))}
        </ol>
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button onPress={() => void settle('reject')} isDisabled={busy || count === 0}>
            {t(($) => $.suggestions.several.reject, { count })}
          </Button>
          <Button kind="primary" onPress={() => void settle('accept')} isDisabled={busy || count === 0}>
            {t(($) => $.suggestions.several.accept, { count })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

function selectedIn(editor: Editor | null): ReadonlySet<string> {
  if (!editor || editor.isDestroyed || editor.state.selection.empty) return new Set();
  const { from, to } = editor.state.selection;
  return new Set(suggestionsBetweenPositions(drawnIn(editor.view), from, to));
}

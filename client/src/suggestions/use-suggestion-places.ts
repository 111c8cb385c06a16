import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Transaction } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';
import type { Doc } from 'yjs';
import type { OpenSuggestion } from './desk';
import { beginningsOf, type DrawingWords, type Drawn, drawing, placesIn } from './drawing';
import type { Fork } from './fork';
import { draw } from './suggestion-layer';
import { blockBeside, type Standing, standingsIn } from './suggestion-places';
import { TextReader } from './text-reader';

/** Where a suggestion is, for its card; `from`: position in the text, null: nowhere. */
export interface SuggestionPlace {
  readonly kind: Standing['kind'];
  readonly from: number | null;
}

export interface Looks {
  /** What is drawn of a suggestion beside what it does. */
  readonly lookOf: (suggestion: OpenSuggestion) => Pick<Drawn, 'country' | 'said' | 'label'>;
  readonly words: DrawingWords;
  readonly activeId: string | null;
}

/** While one types, what is drawn follows by itself; how long the text rests before it is drawn anew, in milliseconds. */
const REST = 250;
/** What others do, and what one suggests oneself, is drawn soon, though not for each key. */
const SOON = 60;

/**
 * Finds where the open suggestions stand, draws them, and says where their cards belong.
 * @param open keep the same array until one changes; null: nothing is drawn (another view is chosen)
 * @param synced the chapter's text
 */
export function useSuggestionPlaces(
  editor: Editor | null,
  synced: Doc | null,
  fork: Fork | null,
  open: readonly OpenSuggestion[] | null,
  looks: Looks,
): ReadonlyMap<string, SuggestionPlace> {
  const [places, setPlaces] = useState<ReadonlyMap<string, SuggestionPlace>>(NONE);
  const now = useRef({ fork, open, looks });
  const look = useRef<(pause: number) => void>(() => undefined);

  useEffect(() => {
    now.current = { fork, open, looks };
    look.current(0);
  }, [fork, open, looks]);

  useEffect(() => {
    if (!editor || !synced) return undefined;
    const reader = new TextReader(synced.getXmlFragment(FRAGMENT));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = Number.POSITIVE_INFINITY;
    let picture = '';
    /** Edits may have changed what is drawn: then it is drawn anew even where the same is found. */
    let stale = true;
    const search = () => {
      timer = undefined;
      due = Number.POSITIVE_INFINITY;
      if (editor.isDestroyed) return;
      // Drawing anew in the middle of a composition would end it.
      if (editor.view.composing) return later(REST);
      const current = now.current;
      const suggestions = current.open ?? [];
      current.fork?.settle();
      const standings = standingsIn(suggestions, reader.read(), reader.fragment, current.fork);
      const { doc } = editor.state;
      const drawn = suggestions.flatMap((suggestion): Drawn[] => {
        const standing = standings.get(suggestion.id);
        if (standing?.kind !== 'stands') return [];
        const { operations, spots, side } = standing;
        const isActive = suggestion.id === current.looks.activeId;
        return [
          { id: suggestion.id, operations, spots, side, isActive, ...current.looks.lookOf(suggestion) },
        ];
      });
      const next = JSON.stringify(drawn);
      if (next === picture && !stale) return undefined;
      picture = next;
      stale = false;
      const decorations = drawing(doc, drawn, current.looks.words);
      draw(editor.view, decorations);
      const begins = beginningsOf(decorations);
      const blocks = placesIn(doc);
      const found = new Map(
        suggestions.map(({ id, operations }): [string, SuggestionPlace] => {
          const kind = standings.get(id)?.kind ?? 'conflicts';
          const block = blocks.get(blockBeside(operations) ?? '');
          return [id, { kind, from: begins.get(id) ?? (block ? block.pos + 1 : null) }];
        }),
      );
      setPlaces((before) => (samePlaces(before, found) ? before : found));
    };
    const later = (pause: number) => {
      const at = performance.now() + pause;
      if (at >= due) return;
      clearTimeout(timer);
      due = at;
      timer = setTimeout(search, pause);
    };
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      if (!transaction.docChanged) return;
      stale = true;
      later(isChangeOrigin(transaction) || now.current.fork ? SOON : REST);
    };
    look.current = later;
    search();
    editor.on('transaction', onTransaction);
    return () => {
      clearTimeout(timer);
      look.current = () => undefined;
      editor.off('transaction', onTransaction);
      reader.stop();
    };
  }, [editor, synced]);

  return places;
}

const NONE: ReadonlyMap<string, SuggestionPlace> = new Map();

function samePlaces(
  before: ReadonlyMap<string, SuggestionPlace>,
  after: ReadonlyMap<string, SuggestionPlace>,
): boolean {
  if (before.size !== after.size) return false;
  for (const [id, { kind, from }] of after) {
    const was = before.get(id);
    if (was?.kind !== kind || was.from !== from) return false;
  }
  return true;
}

import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Transaction } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';
import type { XmlFragment } from 'yjs';
import { drawMarks } from './comment-layer';
import { drawing, type Remark, stretchesOf } from './comment-places';
import type { Place } from './thread-view';

/** While one types, places follow by themselves; how long the text rests before they are looked for anew, in milliseconds. */
const REST = 300;
/** What others do, and undo, may bring back what was gone: then it is looked at once, though not for each key. */
const SOON = 40;

/**
 * Looks for the text of each remark, draws it there, and says where it is. Drawn places follow each edit at once; the
 * search that is the same in every tab comes when the text rests.
 *
 * @param remarks keep the same array until one changes
 * @param original reads the chapter's text where the editor shows a proposer's copy of it; null: it shows the text itself
 */
export function useCommentPlaces(
  editor: Editor | null,
  fragment: XmlFragment | null,
  remarks: readonly Remark[],
  original: Original | null,
): ReadonlyMap<string, Place> {
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(NONE);
  const drawn = useRef('');
  const now = useRef({ fragment, remarks, original });
  const look = useRef<() => void>(() => undefined);

  useEffect(() => {
    now.current = { fragment, remarks, original };
    look.current();
  }, [fragment, remarks, original]);

  useEffect(() => {
    if (!editor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = Number.POSITIVE_INFINITY;
    drawn.current = '';
    const search = () => {
      timer = undefined;
      due = Number.POSITIVE_INFINITY;
      if (editor.isDestroyed) return;
      // Drawing anew in the middle of a composition would end it.
      if (editor.view.composing) return later(REST);
      const { doc } = editor.state;
      const { fragment, remarks, original } = now.current;
      const stretches = stretchesOf(doc, fragment, remarks, original?.base ?? null);
      const picture = JSON.stringify([stretches, remarks.map(looks)]);
      if (picture === drawn.current && !stale) return;
      drawn.current = picture;
      stale = false;
      drawMarks(editor.view, drawing(doc, stretches, remarks));
      const begins = new Map<string, number>();
      for (const { id, from } of stretches) begins.set(id, Math.min(from, begins.get(id) ?? from));
      setPlaces((before) => samePlaces(before, placesFrom(begins, remarks)));
    };
    /** Edits may have changed what is drawn since: then it is drawn anew even where the search finds the same. */
    let stale = false;
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
      if (isChangeOrigin(transaction)) return later(SOON);
      // A key puts the search off; somebody who never rests is waited for no longer than others' edits would be.
      due = Number.POSITIVE_INFINITY;
      later(REST);
    };
    look.current = search;
    search();
    editor.on('transaction', onTransaction);
    return () => {
      clearTimeout(timer);
      look.current = () => undefined;
      editor.off('transaction', onTransaction);
    };
  }, [editor]);

  return places;
}

/** The text that a proposer's copy was made of. */
export interface Original {
  readonly base: NodeJson;
}

const NONE: ReadonlyMap<string, Place> = new Map();

const looks = ({ id, look, isActive, description }: Remark) => [id, look, isActive, description];

function placesFrom(
  beginnings: ReadonlyMap<string, number>,
  remarks: readonly Remark[],
): ReadonlyMap<string, Place> {
  return new Map(
    remarks.map(({ id }): [string, Place] => {
      const from = beginnings.get(id);
      return [id, from === undefined ? { kind: 'nowhere' } : { kind: 'text', from }];
    }),
  );
}

/** The former map when nothing has changed, so that nothing is drawn again. */
function samePlaces(
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Place> {
  if (before.size !== after.size) return after;
  for (const [id, place] of after) {
    const was = before.get(id);
    if (was?.kind !== place.kind) return after;
    if (place.kind === 'text' && was.kind === 'text' && was.from !== place.from) return after;
  }
  return before;
}

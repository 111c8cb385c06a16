import { Failure } from '@accord/shared/kernel/failure';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { pointsOfHint } from '@accord/shared/manuscript/yjs-edits';
import { createPlacer } from '@accord/shared/suggestions/place';
import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import * as Y from 'yjs';
import type { CommittedText, LiveChapters } from '../rooms/live-chapters';
import type { SuggestionsFile } from './records';

/** Finds whether open suggestions fit the text of now (S5); remembered as long as neither has changed. */
export function createStandings(chapters: Pick<LiveChapters, 'read'>) {
  const known = new WeakMap<SuggestionsFile, { seq: number; all: Suggestion[] }>();

  /** All suggestions of a file as of now. */
  async function all(chapterId: string, file: SuggestionsFile): Promise<Suggestion[]> {
    if (file.suggestions.every(({ state }) => state !== 'open')) return [...file.suggestions];
    const text = await chapters.read(chapterId);
    const before = known.get(file);
    if (before?.seq === text.seq) return before.all;
    const looked = look(file, text);
    known.set(file, { seq: text.seq, all: looked });
    return looked;
  }

  return {
    all,
    async one(chapterId: string, file: SuggestionsFile, suggestionId: string): Promise<Suggestion> {
      const suggestion = (await all(chapterId, file)).find(({ id }) => id === suggestionId);
      if (!suggestion) throw new Failure('not-found', 'No such suggestion.');
      return suggestion;
    },
  };
}

function look({ suggestions }: SuggestionsFile, { json, state }: CommittedText): Suggestion[] {
  let doc: Y.Doc | null = null;
  const fragment = () => {
    if (!doc) {
      doc = new Y.Doc();
      Y.applyUpdate(doc, state);
    }
    return doc.getXmlFragment(FRAGMENT);
  };
  const placer = createPlacer(json, ({ hint }) => hint && pointsOfHint(fragment(), hint));
  const looked = suggestions.map((suggestion): Suggestion => {
    if (suggestion.state !== 'open') return suggestion;
    return { ...suggestion, standing: placer.place(suggestion).fits ? 'applies' : 'conflicts' };
  });
  (doc as Y.Doc | null)?.destroy();
  return looked;
}

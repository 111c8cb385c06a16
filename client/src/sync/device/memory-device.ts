import type { AccessWord } from '@accord/shared/sync/wire';
import type { CopyHead, Device } from './device';
import type { KeptWords } from './kept-words';
import { coveredBy, leftBehind, type Occasion, savedSince } from './set-aside';
import { createTidings } from './tidings';
import type { UnsavedUpdate } from './unsaved-update';

interface Row {
  readonly key: number;
  readonly update: Uint8Array;
  readonly tab: string;
  readonly seq: number;
}
interface Copy {
  head: CopyHead;
  readonly incarnation: string;
  rows: Row[];
  readonly marks: Map<string, number>;
}

/**
 * The device store of a browser that refuses to keep anything (private windows, a full disk): the same answers, for
 * as long as the tab lives. The page says so (`lasting` is false).
 * @param now milliseconds since the epoch
 */
export function createMemoryDevice(now: () => number = Date.now): Device {
  const copies = new Map<string, Copy>();
  const kept = new Map<string, KeptWords>();
  const tidings = createTidings(null);
  let lastKey = 0;

  const row = (update: Uint8Array, tab = '', seq = 0): Row => {
    lastKey += 1;
    return { key: lastKey, update, tab, seq };
  };
  const at = (chapterId: string, incarnation: string): Copy | null => {
    const copy = copies.get(chapterId);
    return copy?.incarnation === incarnation ? copy : null;
  };
  const unsavedOf = (copy: Copy): Row[] =>
    copy.rows.filter(({ tab, seq }) => tab !== '' && seq > (copy.marks.get(tab) ?? 0));

  const removeCopy = (occasion: Occasion, own: readonly UnsavedUpdate[]) => {
    const copy = copies.get(occasion.chapterId);
    copies.delete(occasion.chapterId);
    for (const words of [...kept.values()]) if (coveredBy(words, own)) kept.delete(words.id);
    if (!copy) return;
    const updates = copy.rows.map(({ update }) => update);
    for (const words of leftBehind(occasion, updates, unsavedOf(copy), own)) kept.set(words.id, words);
  };

  return {
    lasting: false,
    async readCopy(chapterId) {
      const copy = copies.get(chapterId);
      if (!copy) return null;
      const unsaved: UnsavedUpdate[] = unsavedOf(copy).map(({ tab, seq, update }) => ({ tab, seq, update }));
      const updates = copy.rows.map(({ update }) => update);
      return {
        ...copy.head,
        incarnation: copy.incarnation,
        updates,
        unsaved,
        lastRow: copy.rows.at(-1)?.key ?? 0,
      };
    },
    async createCopy(head, state, unsaved) {
      if (tidings.wiped) return '';
      const { chapterId, title } = head;
      const before = copies.get(chapterId);
      const rows = [row(state), ...unsaved.map(({ update, tab, seq }) => row(update, tab, seq))];
      if (before && before.head.generation === head.generation) {
        before.head = head;
        before.rows.push(...rows);
        return before.incarnation;
      }
      removeCopy({ chapterId, title, reason: 'older-generation', at: now() }, unsaved);
      const incarnation = crypto.randomUUID();
      copies.set(chapterId, { head, incarnation, rows, marks: new Map() });
      tidings.keptChanged();
      return incarnation;
    },
    async append(chapterId, incarnation, { update, mine }) {
      if (tidings.wiped) return true;
      const copy = at(chapterId, incarnation);
      copy?.rows.push(row(update, mine?.tab, mine?.seq));
      return copy !== null;
    },
    async markDurable(chapterId, incarnation, marks) {
      const copy = at(chapterId, incarnation);
      for (const [tab, seq] of marks) copy?.marks.set(tab, Math.max(seq, copy.marks.get(tab) ?? 0));
      const saved = [...kept.values()].filter((words) => savedSince(words, marks));
      for (const words of saved) kept.delete(words.id);
      if (saved.length > 0) tidings.keptChanged();
    },
    async noteAccess(chapterId, incarnation, access: AccessWord) {
      const copy = at(chapterId, incarnation);
      if (copy) copy.head = { ...copy.head, access };
    },
    async compact(chapterId, incarnation, lastRow, state) {
      const copy = at(chapterId, incarnation);
      if (!copy) return;
      const unsaved = new Set(unsavedOf(copy));
      copy.rows = copy.rows.filter((each) => each.key > lastRow || unsaved.has(each));
      copy.rows.push(row(state));
    },
    async dropCopy(occasion, own) {
      if (tidings.wiped) return;
      removeCopy(occasion, own?.updates ?? []);
      if (own) kept.set(own.id, own);
      tidings.keptChanged();
    },
    listCopies: async () => [...copies.keys()],
    listKept: async () => [...kept.values()],
    async forgetKept(id) {
      kept.delete(id);
      tidings.keptChanged();
    },
    async wipe() {
      copies.clear();
      kept.clear();
      tidings.wipe();
    },
    onWiped: tidings.onWiped,
    onKept: tidings.onKept,
    close: () => undefined,
  };
}

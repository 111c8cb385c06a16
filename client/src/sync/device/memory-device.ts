import type { AccessWord } from '@accord/shared/sync/wire';
import type { CopyHead, Device, UnsavedUpdate } from './device';
import type { KeptWords } from './kept-words';

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
 */
export function createMemoryDevice(): Device {
  const copies = new Map<string, Copy>();
  const kept = new Map<string, KeptWords>();
  const wipedListeners = new Set<() => void>();
  let wiped = false;
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
      if (wiped) return '';
      const before = copies.get(head.chapterId);
      const rows = [row(state), ...unsaved.map(({ update, tab, seq }) => row(update, tab, seq))];
      if (before && before.head.generation === head.generation) {
        before.head = head;
        before.rows.push(...rows);
        return before.incarnation;
      }
      const incarnation = crypto.randomUUID();
      copies.set(head.chapterId, { head, incarnation, rows, marks: new Map() });
      return incarnation;
    },
    async append(chapterId, incarnation, { update, mine }) {
      if (wiped) return true;
      const copy = at(chapterId, incarnation);
      copy?.rows.push(row(update, mine?.tab, mine?.seq));
      return copy !== null;
    },
    async markDurable(chapterId, incarnation, marks) {
      const copy = at(chapterId, incarnation);
      if (!copy) return;
      for (const [tab, seq] of marks) copy.marks.set(tab, Math.max(seq, copy.marks.get(tab) ?? 0));
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
    async dropCopy(chapterId, words) {
      if (wiped) return;
      if (words) kept.set(words.id, words);
      copies.delete(chapterId);
    },
    listCopies: async () => [...copies.keys()],
    listKept: async () => [...kept.values()],
    async forgetKept(id) {
      kept.delete(id);
    },
    async wipe() {
      copies.clear();
      kept.clear();
      wiped = true;
      for (const listener of [...wipedListeners]) listener();
    },
    onWiped(listener) {
      wipedListeners.add(listener);
      return () => wipedListeners.delete(listener);
    },
    close: () => undefined,
  };
}

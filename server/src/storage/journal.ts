import { Failure } from '@accord/shared/kernel/failure';
import type { GroupCommit } from './group-commit';
import { openText, sealText } from './log-encoding';
import { journalKey, journalRange } from './log-keys';
import type { OrderedStore } from './ordered-store';
import type { UpdateLog } from './ports';

const READ_AT_MOST = 1000;

/** Journals (the audit log): numbered JSON entries, nothing is ever changed or taken out. */
export function createJournals(
  store: OrderedStore,
  commits: GroupCommit,
): Pick<UpdateLog, 'appendJournal' | 'readJournal'> {
  const lastSeqs = new Map<string, number>();

  const lastSeq = async (journal: string): Promise<number> => {
    const known = lastSeqs.get(journal);
    if (known !== undefined) return known;
    const [row] = await store.range(...journalRange(journal), { reverse: true, limit: 1 });
    return row ? seqOf(row[0]) : 0;
  };

  return {
    async appendJournal(journal, entry) {
      const text = JSON.stringify(entry);
      if (text === undefined) throw new TypeError('A journal entry must be JSON');
      return commits.submit(async () => {
        const seq = (await lastSeq(journal)) + 1;
        const key = journalKey(journal, seq);
        return {
          operations: [{ type: 'put', key, value: sealText(key, text) }],
          result: seq,
          stage: () => lastSeqs.set(journal, seq),
        };
      });
    },

    async readJournal(journal, { before, limit = 100 } = {}) {
      const rows = await store.range(...journalRange(journal, before), {
        reverse: true,
        limit: Math.max(0, Math.min(limit, READ_AT_MOST)),
      });
      return rows.map(([key, value]) => {
        try {
          return { seq: seqOf(key), entry: JSON.parse(openText(key, value)) as unknown };
        } catch (cause) {
          throw new Failure('document-unreadable', `The journal is damaged at ${key}`, { cause });
        }
      });
    },
  };
}

const seqOf = (key: string): number => Number(key.slice(key.lastIndexOf('/') + 1));

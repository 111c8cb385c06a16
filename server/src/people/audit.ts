import { csvLine } from '@accord/shared/kernel/csv';
import { AuditEntry } from '@accord/shared/people/administration';
import type { Clock } from '../clock';
import type { UpdateLog } from '../storage/ports';

/** What happened: by whom, to what, with plain values only (never a password, a token or text). */
export interface AuditNote {
  readonly personId: string | null;
  readonly what: string;
  readonly subject?: string | null;
  readonly detail?: AuditEntry['detail'];
}

const JOURNAL = 'audit';
const PAGE = 500;
const Stored = AuditEntry.omit({ seq: true });

/** The append-only audit log (P8). */
export function createAudit({ log, clock }: { log: UpdateLog; clock: Clock }) {
  async function page(range: { before?: number; limit: number }): Promise<AuditEntry[]> {
    const found = await log.readJournal(JOURNAL, range);
    return found.map(({ seq, entry }) => ({ seq, ...Stored.parse(entry) }));
  }

  return {
    /** Durable when it resolves. */
    async record({ personId, what, subject = null, detail = {} }: AuditNote): Promise<void> {
      const entry: Omit<AuditEntry, 'seq'> = {
        at: new Date(clock.now()).toISOString(),
        personId,
        what,
        subject,
        detail,
      };
      await log.appendJournal(JOURNAL, entry);
    },
    /** Entries with a number below `before`, newest first. */
    read: page,
    /** The whole log, oldest first, as CSV; cells are inert in spreadsheets. */
    async csv(nameOf: (personId: string) => string): Promise<string> {
      const all: AuditEntry[] = [];
      for (let before: number | undefined; ; ) {
        const entries = await page({ ...(before !== undefined && { before }), limit: PAGE });
        all.push(...entries);
        before = entries.at(-1)?.seq;
        if (before === undefined || entries.length < PAGE) break;
      }
      const lines = all
        .reverse()
        .map(({ seq, at, personId, what, subject, detail }) =>
          csvLine([
            seq,
            at,
            personId ?? '',
            personId ? nameOf(personId) : '',
            what,
            subject ?? '',
            JSON.stringify(detail),
          ]),
        );
      return [csvLine(['number', 'time', 'person', 'name', 'what', 'subject', 'detail']), ...lines].join('');
    },
  };
}
export type Audit = ReturnType<typeof createAudit>;

import type { ImportReport } from '@accord/shared/people/administration';
import type { Scope } from '../storage/ports';
import type { Audit } from './audit';
import type { Links } from './links';
import { type BadLine, readPeopleCsv } from './people-csv';
import { admit } from './persons';
import type { PeopleRecords } from './records';

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly links: Links;
  readonly audit: Audit;
  readonly now: () => string;
}

/** Takes people over from a CSV file (P7): the good lines in one commit, each with a link to hand over; the others reported. */
export function createImport({ people, links, audit, now }: Parts) {
  return async (csv: string, by: string): Promise<ImportReport> => {
    const { good, bad } = readPeopleCsv(csv, people.read().partners);
    const report = await people.commit((draft) => {
      const taken: BadLine[] = [];
      const imported: ImportReport['imported'] = [];
      for (const { line, name, email, partnerId, role, language } of good) {
        if (draft.persons.some((person) => person.email === email)) {
          taken.push({ line, text: email, problem: 'email-taken', value: email });
          continue;
        }
        const grants = [
          { role, outputId: null, chapterId: null, language: role === 'translator' ? language : null },
        ];
        const person = admit(draft, {
          name,
          email,
          partnerId,
          grants,
          createdAt: now(),
          ...(language && { language }),
        });
        const link = links.issue(draft, { kind: 'invitation', personId: person.id, createdBy: by });
        imported.push({ line, personId: person.id, name, email, link });
      }
      return { imported, rejected: [...bad, ...taken].sort((a, b) => a.line - b.line) };
    });
    const detail = { imported: report.imported.length, rejected: report.rejected.length };
    await audit.record({ personId: by, what: 'people-imported', detail });
    return report;
  };
}

import type { Language } from '@accord/shared/access/role';
import { code, document, heading, type Inline, paragraph, table } from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';
import type { ApprovalRecord } from '@accord/shared/review/record';
import { RECORD_WORDS } from '@accord/shared/review/record-words';
import { standingsOf } from '@accord/shared/review/signing';

/** The approval record as a page to read and to file: who, what, when, the exact text, the silent ones included (R12). */
export function recordPage(record: ApprovalRecord, language: Language): DocumentJson {
  const words = RECORD_WORDS[language];
  const { signOff, state, history } = record;
  const people = new Map(record.people.map((person) => [person.id, person]));
  const name = (id: string): string => {
    const person = people.get(id);
    return person ? `${person.name}, ${person.partner} (${person.country})` : id;
  };
  const moments = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const when = (iso: string): string => `${moments.format(new Date(iso))} UTC`;
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const place = (key: string): string => {
    const slot = signOff.slots.find((each) => each.key === key);
    return slot ? (countries.of(slot.country) ?? key) : key;
  };
  const isReopened = signOff.ended?.how === 'reopened';
  const standing = isReopened || !(state in words.states) ? 'other' : (state as 'approved');
  const rows = standingsOf(signOff).map(({ slot, signature }): Inline[] => [
    place(slot.key),
    name(signature?.personId ?? slot.signatoryId),
    words.decisions[signature?.decision ?? 'none'],
    signature ? when(signature.at) : '',
    signature?.comment ?? '',
  ]);
  return document(
    paragraph([`${words.state}: ${words.states[standing]}`]),
    paragraph([`${words.asked}: ${when(signOff.openedAt)}, ${name(signOff.openedBy)}`]),
    paragraph([`${words.text}: `, code(signOff.hash)]),
    ...(signOff.chapterId === null
      ? [table(['', words.text], ...signOff.texts.map(({ title, hash }): Inline[] => [title, [code(hash)]]))]
      : []),
    table([words.who, words.person, words.decision, words.when, words.comment], ...rows),
    ...(signOff.changes.length > 0
      ? [
          heading(2, words.changes),
          ...signOff.changes.map((change) =>
            paragraph([
              `${when(change.at)}, ${name(change.personId)}: ${change.note} (`,
              code(change.fromHash.slice(0, 12)),
              ' → ',
              code(change.toHash.slice(0, 12)),
              ')',
            ]),
          ),
        ]
      : []),
    ...(signOff.answers.length > 0
      ? [
          heading(2, words.answers),
          ...signOff.answers.map(({ at, personId, text }) =>
            paragraph(`${when(at)}, ${name(personId)}: ${text}`),
          ),
        ]
      : []),
    heading(2, words.events),
    ...[
      ...history.map(({ at, personId, to, note }) => ({
        at,
        line: `${name(personId)}: ${to}${note && ` – ${note}`}`,
      })),
      ...signOff.signatures.map(({ at, personId, slot, decision, comment }) => ({
        at,
        line: `${name(personId)} (${place(slot)}): ${words.decisions[decision]}${comment && ` – ${comment}`}`,
      })),
    ]
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .map(({ at, line }) => paragraph(`${when(at)} · ${line}`)),
    paragraph(words.check),
  );
}

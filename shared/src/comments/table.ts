import type { Language } from '../access/role';
import type { Thread } from './comments';
import { readableText } from './mentions';
import { TABLE_WORDS } from './table-words';

/** What the table needs to know of a person. */
export interface TablePerson {
  readonly name: string;
  /** The country's code, e.g. `FI`. */
  readonly country: string;
}

/** Where the text of a thread stands. */
export interface TablePlace {
  /** Heading above it, empty where there is none. */
  readonly clause: string;
  /** Words it is about; empty where it is about the whole chapter. */
  readonly quote: string;
  /** What it proposes, where it discusses a suggestion. */
  readonly proposal: string;
}

/**
 * The table of comments with decisions (C15), in the order of columns of the ISO template for comments and secretariat
 * observations: who, where, type, comment, proposed change, observations; one row a thread.
 * @returns the head first; all cells plain text, times as `YYYY-MM-DD`
 */
export function tableOfThreads(
  threads: readonly Thread[],
  language: Language,
  personOf: (personId: string) => TablePerson | null,
  placeOf: (thread: Thread) => TablePlace,
): string[][] {
  const words = TABLE_WORDS[language];
  const nameOf = (personId: string) => {
    const person = personOf(personId);
    return person ? `${person.name} (${person.country})` : words.somebody;
  };
  const rows = threads.map((thread, index) => {
    const [first, ...replies] = thread.comments;
    const { clause, quote, proposal } = placeOf(thread);
    const said = [
      first?.deleted ? words.deleted : readableText(first?.text ?? ''),
      ...replies
        .filter(({ deleted }) => deleted === null)
        .map((reply) => `${nameOf(reply.personId)}: ${readableText(reply.text)}`),
    ].join('\n');
    const observations = [thread.decision && words.decisions[thread.decision], thread.reason]
      .filter(Boolean)
      .join('\n');
    return [
      String(index + 1),
      (first && personOf(first.personId)?.country) ?? '',
      (first && personOf(first.personId)?.name) ?? words.somebody,
      clause,
      thread.anchor.kind === 'chapter' ? words.chapter : quote,
      thread.type ? words.types[thread.type] : '',
      said,
      proposal,
      observations,
      thread.resolved ? words.resolved : words.open,
      first?.at.slice(0, 10) ?? '',
    ];
  });
  return [[...words.head], ...rows];
}

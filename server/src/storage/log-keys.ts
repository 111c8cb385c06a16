/** Where things stand in the ordered store. Everything of a document is one stretch, so that one range reads one moment of it. */

const DIGITS = 10;
const numbered = (seq: number): string => String(seq).padStart(DIGITS, '0');

/** The key just behind all keys that begin with `prefix/`. */
const behind = (prefix: string): string => `${prefix}0`; // '0' follows '/'

const NAME = /^[A-Za-z0-9_.:-]{1,128}$/;
function named(name: string): string {
  if (!NAME.test(name)) throw new RangeError(`Not a name for stored things: ${JSON.stringify(name)}`);
  return name;
}

/** Says why a document must not be opened, though its rows look sound. */
export const damagedKey = (id: string): string => `d/${named(id)}/0damaged`;
export const headKey = (id: string): string => `d/${named(id)}/1head`;
export const ownerKey = (id: string, client: number): string => `d/${named(id)}/2owner/${client}`;
export const baseKey = (id: string): string => `d/${named(id)}/3base`;
export const entryKey = (id: string, seq: number): string => `d/${named(id)}/4entry/${numbered(seq)}`;
export const attributionKey = (id: string, seq: number): string =>
  `d/${named(id)}/5attribution/${numbered(seq)}`;

export const originsKey = (id: string): string => `d/${named(id)}/6origins`;

/** Damage mark, head, owners, base and entries of a document. */
export const documentRange = (id: string) => [`d/${named(id)}/0`, behind(`d/${id}/4entry`)] as const;
export const ownerRange = (id: string) => [`d/${named(id)}/2owner/`, behind(`d/${id}/2owner`)] as const;
export const entryRange = (id: string, to: number) =>
  [`d/${named(id)}/4entry/`, entryKey(id, to + 1)] as const;
/** Entries after `afterSeq`, and the attribution of all that were compacted away. */
export const attributionRange = (id: string, afterSeq: number) =>
  [entryKey(id, afterSeq + 1), behind(`d/${id}/5attribution`)] as const;
export const DOCUMENTS = ['d/', behind('d')] as const;

/** Which of a document's rows a key names, with what stands after it (client id or sequence number). */
export function partOf(key: string): { id: string; part: string; rest: string } {
  const [, id = '', part = '', rest = ''] = key.split('/');
  return { id, part, rest };
}

export const blobKey = (key: string): string => `x/${key}`;
export const journalKey = (journal: string, seq: number): string => `j/${named(journal)}/${numbered(seq)}`;
export const journalRange = (journal: string, before?: number) =>
  [
    `j/${named(journal)}/`,
    before === undefined ? behind(`j/${journal}`) : journalKey(journal, before),
  ] as const;
export const scopeKey = (scope: string): string => `s/${scope}`;
export const SCOPES = ['s/', behind('s')] as const;

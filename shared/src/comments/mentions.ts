import { Country, Role } from '../access/role';

/** Somebody addressed in a comment: a person, everybody of a country, or everybody with a role. */
export interface Mention {
  readonly name: string;
  /** `person:<id>`, `country:FI` or `role:coordinator`. */
  readonly target: string;
}

const TOKEN = /@\[([^[\]\n]{1,200})\]\((person:[A-Za-z0-9_-]{4,64}|country:[A-Z]{2}|role:[a-z]+)\)/g;

/** A comment's text in pieces: plain text, and the mentions in it. */
export function piecesOf(text: string): (string | Mention)[] {
  const pieces: (string | Mention)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, name = '', target = ''] = match;
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ name, target });
    end = match.index + token.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** The mentions of a comment. */
export function mentionsIn(text: string): Mention[] {
  return piecesOf(text).filter((piece) => typeof piece !== 'string');
}

/** A comment's text as people read it, mentions as `@name`. */
export function readableText(text: string): string {
  return piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : `@${piece.name}`))
    .join('');
}

/**
 * What somebody wrote in a field, where mentions read `@name`, as a comment's text. The longest name counts: `@Anna Maria`
 * is not `@Anna`.
 *
 * @param mentions those chosen while writing; one whose name was changed or deleted since is no mention any more
 */
export function withMentions(written: string, mentions: readonly Mention[]): string {
  const byLength = mentions.toSorted((one, other) => other.name.length - one.name.length);
  let text = '';
  let at = 0;
  while (at < written.length) {
    const mention = written[at] === '@' && byLength.find(({ name }) => written.startsWith(name, at + 1));
    if (mention) {
      text += `@[${mention.name.replace(/[[\]\n]/g, ' ')}](${mention.target})`;
      at += 1 + mention.name.length;
    } else {
      text += written[at];
      at += 1;
    }
  }
  return text;
}

/** Somebody who could be meant by a mention. */
export interface Mentionable {
  readonly id: string;
  readonly country: string;
  /** Roles held on the chapter. */
  readonly roles: readonly string[];
}

/**
 * Who is meant by the mentions of a comment: the person, everybody of the country, everybody with the role on the chapter.
 * @param people those who may read the chapter
 * @returns ids, each once; null when a mention is of nobody at all
 */
export function mentionedIn(text: string, people: readonly Mentionable[]): string[] | null {
  const ids = new Set<string>();
  for (const { target } of mentionsIn(text)) {
    const [kind, value = ''] = target.split(':');
    const meant = people.filter(
      ({ id, country, roles }) =>
        (kind === 'person' && id === value) ||
        (kind === 'country' && country === value) ||
        (kind === 'role' && roles.includes(value)),
    );
    // Of a country or a role there may be nobody yet; a person is somebody.
    const exists = kind === 'person' ? meant.length > 0 : isGroup(kind ?? '', value);
    if (!exists) return null;
    for (const { id } of meant) ids.add(id);
  }
  return [...ids];
}

const isGroup = (kind: string, value: string): boolean =>
  kind === 'country' ? Country.safeParse(value).success : Role.safeParse(value).success;

import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

/** What is looked for, and how. */
export interface SearchQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** A place in the document, as positions. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** Stands for a footnote's mark or a line break in a block's text: one position, as in the document. */
const ATOM = '\ufffc';

/**
 * Every place where the query stands, in order, without overlaps. A match may run across bold and other marks but not
 * across blocks. A space finds a no-break space too, and a straight apostrophe or quote a curly one.
 */
export function findMatches(doc: ProseMirrorNode, query: SearchQuery): Match[] {
  const pattern = patternOf(query);
  if (!pattern) return [];
  const matches: Match[] = [];
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true;
    const text = block.textBetween(0, block.content.size, undefined, ATOM);
    for (const found of text.matchAll(pattern)) {
      const from = pos + 1 + found.index;
      matches.push({ from, to: from + found[0].length });
    }
    return false;
  });
  return matches;
}

function patternOf({ text, matchCase, wholeWord }: SearchQuery): RegExp | null {
  if (text === '') return null;
  const source = text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/[ \u00a0\u202f]/g, '[ \\u00a0\\u202f]')
    .replace(/['’]/g, "['’]")
    .replace(/["“”„«»]/g, '["“”„«»]');
  const edge = '[\\p{L}\\p{N}\\p{M}_]';
  const whole = wholeWord ? `(?<!${edge})${source}(?!${edge})` : source;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

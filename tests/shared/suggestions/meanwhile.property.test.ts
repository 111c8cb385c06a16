import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { textOf } from '@accord/shared/manuscript/blocks';
import * as build from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import { pointsOfHint, relativeHint } from '@accord/shared/manuscript/yjs-edits';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { type HintOf, placeSuggestion } from '@accord/shared/suggestions/place';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Random, randomFrom } from './random';
import { SEEDS } from './session';

/**
 * A paragraph as a list of words, in which an edit names its word by number: what two people's edits add up to is read from it
 * without any of the code that places suggestions.
 */
interface Edit {
  readonly kind: 'delete' | 'replace' | 'insert';
  /** The word's number; for an insertion, of the word it comes before. */
  readonly at: number;
  readonly words: string;
}

const NEW = ['indeed', 'perhaps', 'clearly', 'often', 'rarely', 'always'];

function editOf(random: Random, at: number, count: number): Edit {
  const kind = at === count ? 'insert' : random.pick(['delete', 'replace', 'insert'] as const);
  return { kind, at, words: Array.from({ length: 1 + random.below(2) }, () => random.pick(NEW)).join(' ') };
}

/** The text that edits of different words make of a paragraph; of new words in the same place, the given ones come first. */
function written(words: readonly string[], edits: readonly Edit[]): string {
  const parts: string[] = [];
  for (let at = 0; at <= words.length; at++) {
    for (const edit of edits) if (edit.kind === 'insert' && edit.at === at) parts.push(edit.words);
    const own = edits.filter((edit) => edit.kind !== 'insert' && edit.at === at);
    if (own.length === 0 && at < words.length) parts.push(words[at] as string);
    for (const edit of own) if (edit.kind === 'replace') parts.push(edit.words);
  }
  return parts.join(' ');
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** No word twice in a row: nobody can tell which of the two an edit was. */
function sentence(random: Random, vocabulary: readonly string[]): string[] {
  const words: string[] = [];
  while (words.length < 6 + (vocabulary.length % 7) || random.chance(0.8)) {
    const word = vocabulary.length > 50 ? (vocabulary[words.length] as string) : random.pick(vocabulary);
    if (word !== words.at(-1)) words.push(word);
    if (words.length >= 25) break;
  }
  return words;
}

function scene(random: Random, vocabulary: readonly string[]) {
  const words = sentence(random, vocabulary);
  const reviewer = editOf(random, random.below(words.length + 1), words.length);
  const places = new Set(Array.from({ length: 1 + random.below(4) }, () => random.below(words.length + 1)));
  const author = [...places].map((at) => editOf(random, at, words.length));
  const block = build.paragraph(words.join(' '));
  const other = build.paragraph('Something else.');
  const document = (text: string): NodeJson => ({
    type: 'doc',
    content: [{ ...block, content: [{ type: 'text', text }] }, other],
  });
  const base = document(words.join(' '));
  const { suggestions } = suggestionsBetween(base, document(written(words, [reviewer])), []);
  const operations = suggestions.flatMap((suggestion) => suggestion.operations);
  const both = [written(words, [reviewer, ...author]), written(words, [...author, reviewer])];
  const sameWord = author.some(
    (edit) => edit.kind !== 'insert' && reviewer.kind !== 'insert' && edit.at === reviewer.at,
  );
  const touched = (at: number) => author.some((edit) => edit.kind !== 'insert' && edit.at === at);
  const gone = (at: number) => at < 0 || at >= words.length || touched(at);
  const alone = reviewer.kind === 'insert' && gone(reviewer.at) && gone(reviewer.at - 1);
  return { words, reviewer, author, base, block, document, operations, both, sameWord, alone };
}

/** The same edits in a shared text, letter by letter where they are, so that Yjs knows what became of which. */
function meanwhileInYjs(words: readonly string[], author: readonly Edit[], fragment: Y.XmlFragment): void {
  const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    starts.push(at);
    at += word.length + 1;
  }
  const last = words.length - 1;
  // From the end, so that offsets hold; at one place words that come stand before the word itself.
  const ordered = [...author].sort((a, b) => b.at - a.at || (a.kind === 'insert' ? 1 : -1));
  for (const edit of ordered) {
    const start = starts[edit.at];
    if (start === undefined) {
      text.insert((starts[last] as number) + (words[last] as string).length, ` ${edit.words}`);
      continue;
    }
    const length = (words[edit.at] as string).length;
    if (edit.kind === 'insert') text.insert(start, `${edit.words} `);
    else {
      if (edit.kind === 'replace') text.insert(start + length, edit.words);
      text.delete(start, length);
    }
  }
}

const FEW = ['the', 'tool', 'guides', 'a', 'teacher', 'and', 'pupils', 'of', 'five', 'countries'];
const MANY = Array.from(
  { length: 60 },
  (_, index) => `word${'abcdefghij'[index % 10]}${'abcdefghij'[Math.floor(index / 10)]}`,
);

const textIn = (document: NodeJson) => plain(textOf((document.content as NodeJson[])[0] as NodeJson));

describe('accepting what was suggested before others wrote on', () => {
  it.each([
    ['words that come again and again', FEW],
    ['words that come once', MANY],
  ])('[S5] never lands in the wrong place: %s', (_, vocabulary) => {
    let fitting = 0;
    for (const seed of SEEDS) {
      const { words, reviewer, author, document, operations, both, sameWord } = scene(
        randomFrom(seed),
        vocabulary,
      );
      const meanwhile = document(written(words, author));
      const placed = placeSuggestion({ operations }, meanwhile);
      const label = `seed ${seed}: ${words.join(' ')} | ${JSON.stringify(reviewer)} | ${JSON.stringify(author)}`;
      if (!placed.fits) continue;
      fitting++;
      if (sameWord && textIn(meanwhile) !== plain(words.join(' '))) expect(placed.fits, label).toBe(false);
      expect(both.map(plain), label).toContain(textIn(applyEdits(meanwhile, placed.edits)));
    }
    expect(fitting).toBeGreaterThan(SEEDS.length / 4);
  });

  it('[S5] gives both where they touched different words, and conflicts where the same, with what Yjs knows', () => {
    for (const seed of SEEDS) {
      const { words, reviewer, author, base, operations, both, sameWord, alone } = scene(
        randomFrom(seed),
        FEW,
      );
      const doc = new Y.Doc();
      const fragment = doc.getXmlFragment('default');
      fragment.insert(0, blocksToYjs(base.content as NodeJson[]));
      const hinted = operations.map(
        (operation): Operation =>
          operation.kind === 'change'
            ? {
                ...operation,
                anchor: {
                  ...operation.anchor,
                  hint: relativeHint(fragment, operation.anchor.start, operation.anchor.end),
                },
              }
            : operation,
      );
      meanwhileInYjs(words, author, fragment);
      const hintOf: HintOf = ({ hint }) => hint && pointsOfHint(fragment, hint);
      const meanwhile = yjsToJson(fragment);
      const placed = placeSuggestion({ operations: hinted }, meanwhile, hintOf);
      const label = `seed ${seed}: ${words.join(' ')} | ${JSON.stringify(reviewer)} | ${JSON.stringify(author)} => ${textIn(meanwhile)}`;
      if (placed.fits) expect(both.map(plain), label).toContain(textIn(applyEdits(meanwhile, placed.edits)));
      if (sameWord) expect(placed.fits, label).toBe(false);
      else if (!alone) expect(placed.fits, label).toBe(true);
    }
  });
});

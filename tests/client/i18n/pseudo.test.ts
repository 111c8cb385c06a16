import { pseudoCatalogue, pseudoSentence } from '@accord/client/i18n/pseudo';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

it('accents every letter, adds about a third, and brackets the sentence', () => {
  expect(pseudoSentence('Save')).toMatch(/^\[!!! Šáṽé \S+ !!!\]$/);
  const long = 'The server can’t be reached. Check your connection and try again.';
  const grown = pseudoSentence(long).length / long.length;
  expect(grown).toBeGreaterThan(1.3);
  expect(grown).toBeLessThan(1.7);
});

it('leaves placeholders, tags and references to other sentences alone', () => {
  expect(pseudoSentence('Save {{count, number}} of <b>it</b> $t(words.draft)')).toContain(
    '{{count, number}}',
  );
  expect(pseudoSentence('a <b>b</b>')).toContain('<b>ƀ</b>');
  expect(pseudoSentence('see $t(words.draft)')).toContain('$t(words.draft)');
});

it('keeps every placeholder of any sentence exactly once', () => {
  const piece = fc.oneof(fc.constantFrom('{{name}}', '{{count, number}}'), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const sentence = pieces
        .map((text) => (/^\{\{(name|count, number)\}\}$/.test(text) ? text : text.replace(/[{}<>$]/g, '')))
        .join('');
      const placeholders = (text: string) => text.match(/\{\{[^}]*\}\}/g) ?? [];
      expect(placeholders(pseudoSentence(sentence))).toEqual(placeholders(sentence));
    }),
  );
});

it('turns a whole catalogue, keeping its keys', () => {
  const catalogue = pseudoCatalogue({ desk: { title: 'Desk' }, close: 'Close' });
  expect(Object.keys(catalogue)).toEqual(['desk', 'close']);
  expect(catalogue.desk.title).toContain('Ðéšķ');
});

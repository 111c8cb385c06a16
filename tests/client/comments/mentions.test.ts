import { candidatesFor, mentionQuery } from '@accord/client/comments/mention-candidates';
import { mentionsIn, piecesOf, readableText, withMentions } from '@accord/shared/comments/mentions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const aino = { name: 'Aino Korhonen', target: 'person:person-aino' };
const anna = { name: 'Anna', target: 'person:person-anna' };
const annaMaria = { name: 'Anna Maria', target: 'person:person-maria' };
const finland = { name: 'Finland', target: 'country:FI' };

describe('[C11] mentions in a comment', () => {
  it('are kept as who is meant, and read as names', () => {
    const text = withMentions('Could @Aino Korhonen and @Finland look?', [aino, finland]);
    expect(text).toBe('Could @[Aino Korhonen](person:person-aino) and @[Finland](country:FI) look?');
    expect(readableText(text)).toBe('Could @Aino Korhonen and @Finland look?');
    expect(mentionsIn(text)).toEqual([aino, finland]);
    expect(piecesOf(text)).toEqual(['Could ', aino, ' and ', finland, ' look?']);
  });

  it('mean the longer name where one begins like another', () => {
    expect(withMentions('@Anna Maria', [anna, annaMaria])).toBe('@[Anna Maria](person:person-maria)');
  });

  it('are none any more when the name was changed', () => {
    expect(mentionsIn(withMentions('@Aino K', [aino]))).toEqual([]);
  });

  it('survive being written, kept and opened again, whatever stands around them', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(...[aino, anna, finland].map(({ name }) => `@${name}`)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const written = words.join(' ');
        fc.pre(piecesOf(written).every((piece) => typeof piece === 'string'));
        const text = withMentions(written, [aino, anna, finland]);
        expect(readableText(text)).toBe(written);
        expect(withMentions(readableText(text), mentionsIn(text))).toBe(text);
      }),
    );
  });

  it('nothing but a mention is taken for one', () => {
    for (const text of ['@[x](javascript:alert)', '@[](person:abcd)', 'a@b.example', '@[a\nb](country:FI)'])
      expect(mentionsIn(text)).toEqual([]);
  });
});

describe('[C11] completing a mention', () => {
  const all = [
    { ...aino, detail: '' },
    { name: 'Élodie Martin', target: 'person:person-elodie', detail: '' },
    { name: 'Jean-Pierre Aubert', target: 'person:person-jean', detail: '' },
    { ...finland, detail: '' },
  ];
  const names = (query: string) => candidatesFor(query, all).map(({ name }) => name);

  it('begins behind an @ and goes on through a space', () => {
    expect(mentionQuery('Ask @Aino K', 11)).toEqual({ start: 4, text: 'Aino K' });
    expect(names('aino k')).toEqual(['Aino Korhonen']);
  });
  it('finds any name of a person, without accents too', () => {
    expect(names('elo')).toEqual(['Élodie Martin']);
    expect(names('mart')).toEqual(['Élodie Martin']);
    expect(names('pierre')).toEqual(['Jean-Pierre Aubert']);
  });
  it('does not begin within an e-mail address, nor behind an @ that stands alone', () => {
    expect(mentionQuery('aino@example', 12)).toBeNull();
    expect(mentionQuery('at @ noon', 9)).toBeNull();
    expect(mentionQuery('@Aino\nnext', 10)).toBeNull();
  });
  it('offers nothing where nothing fits', () => {
    expect(names('xyz')).toEqual([]);
  });
});

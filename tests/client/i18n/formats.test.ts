import { formatsFor, todayHere } from '@accord/client/i18n/formats';
import { loadCatalogue, withAllPluralForms } from '@accord/client/i18n/i18n';
import { withNoBreakSpaces } from '@accord/client/i18n/no-break';
import { describe, expect, it } from 'vitest';

describe('dates and numbers', () => {
  it('are written as each language writes them', () => {
    expect(formatsFor('en').day('2026-11-23')).toBe('23 November 2026');
    expect(formatsFor('de').day('2026-11-23')).toBe('23. November 2026');
    expect(formatsFor('fi').day('2026-11-23')).toBe('23. marraskuuta 2026');
    expect(formatsFor('de').number(4000)).toBe('4.000');
    expect(formatsFor('fr').number(4000).replace(/\s/g, ' ')).toBe('4 000');
  });

  it('a near day is said in words, a far one as a date, with the year when it is another one', () => {
    const { nearDay } = formatsFor('en');
    expect(nearDay('2026-11-23', '2026-11-23')).toBe('today');
    expect(nearDay('2026-11-24', '2026-11-23')).toBe('tomorrow');
    expect(nearDay('2026-11-18', '2026-11-23')).toBe('5 days ago');
    expect(nearDay('2026-12-24', '2026-11-23')).toBe('24 Dec');
    expect(nearDay('2027-01-24', '2026-11-23')).toBe('24 Jan 2027');
  });

  it('how long ago is said in the largest unit that fits', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const { ago } = formatsFor('en');
    expect(ago('2026-11-23T11:57:10Z', now)).toBe('2 minutes ago');
    expect(ago('2026-11-23T09:00:00Z', now)).toBe('3 hours ago');
    expect(ago('2026-11-22T10:00:00Z', now)).toBe('yesterday');
    expect(ago('2026-06-01T10:00:00Z', now)).toBe('1 Jun 2026');
  });

  it('a language is named in itself, a country in the language of the page', () => {
    expect(formatsFor('de').languageName('fi')).toBe('suomi');
    expect(formatsFor('fi').countryName('DE')).toBe('Saksa');
  });
});

it('today is the calendar day of where the reader is', () => {
  expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

describe('plural forms', () => {
  it('French and Italian get their form for millions from the one for others, unless they have their own', () => {
    expect(withAllPluralForms({ a: { x_one: '1', x_other: 'n' } }, 'fr')).toEqual({
      a: { x_one: '1', x_other: 'n', x_many: 'n' },
    });
    expect(withAllPluralForms({ x_one: '1', x_other: 'n', x_many: 'm' }, 'it')).toEqual({
      x_one: '1',
      x_other: 'n',
      x_many: 'm',
    });
  });

  it('languages without such a form are left as they are', () => {
    const words = { x_one: '1', x_other: 'n' };
    expect(withAllPluralForms(words, 'fi')).toBe(words);
  });
});

describe('French spaces', () => {
  it('no line breaks before : ; ! ? or inside « », and nothing else changes', () => {
    expect(
      withNoBreakSpaces({
        a: { b: 'Archiver « {{title}} » ?', c: 'Non lu : {{count, number}} ; à voir !' },
        d: 'Un lien https://a.example :// reste, {{name}} aussi',
      }),
    ).toEqual({
      a: {
        b: 'Archiver «\u00a0{{title}}\u00a0»\u202f?',
        c: 'Non lu\u00a0: {{count, number}}\u202f; à voir\u202f!',
      },
      d: 'Un lien https://a.example :// reste, {{name}} aussi',
    });
  });

  it('are set in the whole catalogue as it is shown', async () => {
    const words = JSON.stringify(await loadCatalogue('fr'));
    expect(words).toContain('«\u00a0');
    expect(words).not.toMatch(/« | »| [;!?:](?!\/)/);
  });
});

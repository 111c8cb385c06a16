import { loadCatalogue } from '@accord/client/i18n/i18n';
import { LANGUAGES } from '@accord/shared/access/role';
import { FAILURES } from '@accord/shared/kernel/failure';
import { describe, expect, it } from 'vitest';
import { SAME_AS_ENGLISH } from './same-as-english';

const english = flat(await loadCatalogue('en'));
const others = LANGUAGES.filter((language) => language !== 'en');

/** `{ 'desk.title': 'Desk', … }` */
function flat(branch: unknown, path = ''): Map<string, string> {
  if (typeof branch === 'string') return new Map([[path, branch]]);
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(branch as object)) {
    for (const [below, text] of flat(value, path === '' ? key : `${path}.${key}`)) found.set(below, text);
  }
  return found;
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{[^}]*\}\}|<\/?[^>]+>|\$t\([^)]*\)/g)].map(String).sort();
const stem = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const pluralStems = (keys: Iterable<string>) =>
  new Set([...keys].filter((key) => key.endsWith('_other')).map(stem));

describe.each(others)('the catalogue in %s', async (language) => {
  const catalogue = flat(await loadCatalogue(language));
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('has the keys of the English one, no more and no fewer', () => {
    const expected = new Set(
      [...english.keys()].filter((key) => !pluralStems(english.keys()).has(stem(key))),
    );
    const plain = new Set(
      [...catalogue.keys()].filter((key) => !pluralStems(catalogue.keys()).has(stem(key))),
    );
    expect([...plain].filter((key) => !expected.has(key))).toEqual([]);
    expect([...expected].filter((key) => !plain.has(key))).toEqual([]);
    expect(pluralStems(catalogue.keys())).toEqual(pluralStems(english.keys()));
  });

  it('has every plural form its rules ask for', () => {
    const missing = [...pluralStems(catalogue.keys())].flatMap((key) =>
      categories.map((category) => `${key}_${category}`).filter((form) => !catalogue.has(form)),
    );
    expect(missing).toEqual([]);
  });

  it('fills the same places in every sentence', () => {
    const wrong = [...catalogue].flatMap(([key, text]) => {
      const source = english.get(key) ?? english.get(`${stem(key)}_other`) ?? '';
      const same = placeholders(text).join(' ') === placeholders(source).join(' ');
      return same ? [] : [`${key}: "${source}" -> "${text}"`];
    });
    expect(wrong).toEqual([]);
  });

  it('leaves nothing empty and nothing in English that is not meant to be', () => {
    const wrong = [...catalogue].filter(([key, text]) => {
      if (text.trim() === '') return true;
      const hasWords = /\p{L}{2,}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''));
      return hasWords && english.get(key) === text && !SAME_AS_ENGLISH[language].has(text);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the list of words equal to English free of what is not equal any more', () => {
    const equal = new Set(
      [...catalogue].filter(([key, text]) => english.get(key) === text).map(([, text]) => text),
    );
    expect([...SAME_AS_ENGLISH[language]].filter((text) => !equal.has(text))).toEqual([]);
  });
});

describe('the English catalogue', () => {
  it('has a sentence for every way of saying no', () => {
    const missing = Object.keys(FAILURES).filter((code) => !english.has(`failures.codes.${code}`));
    expect(missing).toEqual([]);
  });

  it('has a singular for each plural', () => {
    const missing = [...pluralStems(english.keys())].filter((key) => !english.has(`${key}_one`));
    expect(missing).toEqual([]);
  });

  // French counts zero as one: a singular without its figure would say "one" there.
  it('shows the figure in the singular wherever the plural shows it', () => {
    const wrong = [...pluralStems(english.keys())].filter(
      (key) =>
        english.get(`${key}_other`)?.includes('{{count') !== english.get(`${key}_one`)?.includes('{{count'),
    );
    expect(wrong).toEqual([]);
  });
});

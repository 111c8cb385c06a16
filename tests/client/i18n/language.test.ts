import { firstLanguage, localeTag } from '@accord/client/i18n/language';
import { beforeEach, describe, expect, it } from 'vitest';

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
beforeEach(() => kept.clear());

describe('the language to start in', () => {
  it("is the first of the browser's languages that Accord speaks", () => {
    expect(firstLanguage('', ['sv-SE', 'fi-FI', 'en'], store)).toBe('fi');
    expect(firstLanguage('', ['DE-at'], store)).toBe('de');
  });

  it('is English when the browser speaks none of the five', () => {
    expect(firstLanguage('', ['sv', 'es'], store)).toBe('en');
    expect(firstLanguage('', [], store)).toBe('en');
  });

  it('is what was chosen on this device before, whatever the browser says', () => {
    store.setItem('accord.language', 'it');
    expect(firstLanguage('', ['fi'], store)).toBe('it');
  });

  it('is what the address asks for, from then on', () => {
    expect(firstLanguage('?lang=en-XA', ['fi'], store)).toBe('en-XA');
    expect(firstLanguage('', ['fi'], store)).toBe('en-XA');
  });

  it('ignores what is no language of Accord, in the address and on the device', () => {
    store.setItem('accord.language', 'tlh');
    expect(firstLanguage('?lang=xx', ['fr'], store)).toBe('fr');
  });
});

it('dates and numbers of English are British', () => {
  expect(localeTag('en')).toBe('en-GB');
  expect(localeTag('en-XA')).toBe('en-GB');
  expect(localeTag('fi')).toBe('fi');
});

import { firstLanguage, forgetAskedLanguage, localeTag } from '@accord/client/i18n/language';
import { beforeEach, describe, expect, it } from 'vitest';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
let device = storage();
let tab = storage();
beforeEach(() => {
  device = storage();
  tab = storage();
});
const first = (search: string, browser: readonly string[]) => firstLanguage(search, browser, device, tab);

describe('the language to start in', () => {
  it("is the first of the browser's languages that Accord speaks", () => {
    expect(first('', ['sv-SE', 'fi-FI', 'en'])).toBe('fi');
    expect(first('', ['DE-at'])).toBe('de');
  });

  it('is English when the browser speaks none of the five', () => {
    expect(first('', ['sv', 'es'])).toBe('en');
    expect(first('', [])).toBe('en');
  });

  it('is what was chosen on this device before, whatever the browser says', () => {
    device.setItem('accord.language', 'it');
    expect(first('', ['fi'])).toBe('it');
  });

  it('is what the address asks for, for as long as the tab lives, until somebody chooses by hand', () => {
    expect(first('?lang=en-XA', ['fi'])).toBe('en-XA');
    expect(first('', ['fi'])).toBe('en-XA');
    expect(firstLanguage('', ['fi'], device, storage())).toBe('fi');
    forgetAskedLanguage(tab);
    expect(first('', ['fi'])).toBe('fi');
  });

  it('may be the pseudo-language from the device, for tests', () => {
    device.setItem('accord.language', 'en-XA');
    expect(first('', ['fi'])).toBe('en-XA');
  });

  it('ignores what is no language of Accord, in the address and on the device', () => {
    device.setItem('accord.language', 'tlh');
    expect(first('?lang=xx', ['fr'])).toBe('fr');
  });
});

it('dates and numbers of English are British', () => {
  expect(localeTag('en')).toBe('en-GB');
  expect(localeTag('en-XA')).toBe('en-GB');
  expect(localeTag('fi')).toBe('fi');
});

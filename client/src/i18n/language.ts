import { LANGUAGES, type Language } from '@accord/shared/access/role';

/** Made from English while the page runs, to show text that is not in the catalogue or has no room to grow. */
export const PSEUDO = 'en-XA';

/** What the interface can be shown in: the five languages, and the pseudo-language for tests. */
export type InterfaceLanguage = Language | typeof PSEUDO;

const REMEMBERED = 'accord.language';

export function isInterfaceLanguage(value: unknown): value is InterfaceLanguage {
  return value === PSEUDO || (LANGUAGES as readonly unknown[]).includes(value);
}

/**
 * The language to start in, before anybody is signed in: `?lang=` in the address (kept for the tab), else what was
 * last chosen on this device, else the first of the browser's languages that we speak, else English.
 */
export function firstLanguage(
  search: string,
  browser: readonly string[],
  kept: Pick<Storage, 'getItem' | 'setItem'>,
): InterfaceLanguage {
  const asked = new URLSearchParams(search).get('lang');
  if (isInterfaceLanguage(asked)) {
    kept.setItem(REMEMBERED, asked);
    return asked;
  }
  const remembered = kept.getItem(REMEMBERED);
  if (isInterfaceLanguage(remembered)) return remembered;
  for (const tag of browser) {
    const language = tag.toLowerCase().split('-')[0];
    if (isInterfaceLanguage(language)) return language;
  }
  return 'en';
}

/** Keeps the choice on this device, for the next visit before sign-in. */
export function rememberLanguage(language: InterfaceLanguage, kept: Pick<Storage, 'setItem'>): void {
  kept.setItem(REMEMBERED, language);
}

/** The tag for dates, numbers and the browser: British English for the working language. */
export function localeTag(language: string): string {
  return language === 'en' || language === PSEUDO ? 'en-GB' : language;
}

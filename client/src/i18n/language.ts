import { LANGUAGES, type Language } from '@accord/shared/access/role';

/** Made from English while the page runs, to show text that is not in the catalogue or has no room to grow. */
export const PSEUDO = 'en-XA';

/** What the interface can be shown in: the five languages, and the pseudo-language for tests. */
export type InterfaceLanguage = Language | typeof PSEUDO;

const REMEMBERED = 'accord.language';
const ASKED = 'accord.language.asked';

export function isInterfaceLanguage(value: unknown): value is InterfaceLanguage {
  return value === PSEUDO || (LANGUAGES as readonly unknown[]).includes(value);
}

/**
 * The language to start in, before anybody is signed in: what the address asks for by `?lang=` (for as long as the tab
 * lives), else what was last chosen on this device, else the first of the browser's languages that we speak, else
 * English.
 */
export function firstLanguage(
  search: string,
  browser: readonly string[],
  device: Pick<Storage, 'getItem'>,
  tab: Pick<Storage, 'getItem' | 'setItem'>,
): InterfaceLanguage {
  const asking = new URLSearchParams(search).get('lang');
  if (isInterfaceLanguage(asking)) tab.setItem(ASKED, asking);
  const asked = askedLanguage(tab);
  if (asked) return asked;
  const remembered = device.getItem(REMEMBERED);
  if (isInterfaceLanguage(remembered)) return remembered;
  for (const tag of browser) {
    const language = tag.toLowerCase().split('-')[0];
    if (isInterfaceLanguage(language)) return language;
  }
  return 'en';
}

/** The language this tab was asked to show by its address, or null. */
export function askedLanguage(tab: Pick<Storage, 'getItem'>): InterfaceLanguage | null {
  const asked = tab.getItem(ASKED);
  return isInterfaceLanguage(asked) ? asked : null;
}

/** Keeps the choice on this device, for the next visit before sign-in. */
export function rememberLanguage(language: InterfaceLanguage, device: Pick<Storage, 'setItem'>): void {
  device.setItem(REMEMBERED, language);
}

/** The tag for dates, numbers and the browser: British English for the working language. */
export function localeTag(language: string): string {
  return language === 'en' || language === PSEUDO ? 'en-GB' : language;
}

/** Ends what the address asked for: somebody has chosen by hand. */
export function forgetAskedLanguage(tab: Pick<Storage, 'removeItem'>): void {
  tab.removeItem(ASKED);
}

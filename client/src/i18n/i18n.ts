import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Catalogue } from './catalogue';
import { type InterfaceLanguage, localeTag, PSEUDO } from './language';

/** Each language is a file of its own, fetched when somebody reads in it. */
const LOADERS: Record<InterfaceLanguage, () => Promise<Catalogue>> = {
  en: async () => (await import('./en/index')).en,
  fi: async () => (await import('./fi/index')).fi,
  fr: async () => (await import('./fr/index')).fr,
  de: async () => (await import('./de/index')).de,
  it: async () => (await import('./it/index')).it,
  [PSEUDO]: async () => {
    const [{ en }, { pseudoCatalogue }] = await Promise.all([import('./en/index'), import('./pseudo')]);
    return pseudoCatalogue<Catalogue>(en);
  },
};

/** The catalogue of a language, with the plural forms its rules ask for. */
export async function loadCatalogue(language: InterfaceLanguage): Promise<Catalogue> {
  return withAllPluralForms(await LOADERS[language](), language);
}

/** Starts i18next in `language`; resolves when its words are there. */
export async function startI18n(language: InterfaceLanguage): Promise<I18n> {
  const i18n = i18next.createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await loadCatalogue(language) } },
    // React escapes; escaping twice would show &amp; to people.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = localeTag(language);
  return i18n;
}

/** Changes the language of the whole page, without a reload. */
export async function changeLanguage(i18n: I18n, language: InterfaceLanguage): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    i18n.addResourceBundle(language, 'translation', await loadCatalogue(language));
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = localeTag(language);
}

/**
 * French and Italian have a third form, `many`, for round millions. Where a catalogue does not spell it out, the
 * form for `other` serves, so that no count falls through to a key.
 */
export function withAllPluralForms<T>(catalogue: T, language: string): T {
  const many = new Intl.PluralRules(language).resolvedOptions().pluralCategories.includes('many');
  return many ? (fillMany(catalogue) as T) : catalogue;
}

function fillMany(branch: unknown): unknown {
  if (typeof branch !== 'object' || branch === null) return branch;
  const filled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(branch)) {
    filled[key] = fillMany(value);
    const manyKey = key.replace(/_other$/, '_many');
    if (manyKey !== key && !(manyKey in branch)) filled[manyKey] = value;
  }
  return filled;
}

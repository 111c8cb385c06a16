import type { Language } from '@accord/shared/access/role';
import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Catalogue, FirstWords, LaterWords } from './catalogue';
import { type InterfaceLanguage, localeTag, PSEUDO } from './language';
import { withNoBreakSpaces } from './no-break';

/** Each language is two files of its own, fetched when somebody reads in it. */
const FIRST: Record<Language, () => Promise<FirstWords>> = {
  en: async () => (await import('./en/index')).en,
  fi: async () => (await import('./fi/index')).fi,
  fr: async () => (await import('./fr/index')).fr,
  de: async () => (await import('./de/index')).de,
  it: async () => (await import('./it/index')).it,
};
const LATER: Record<Language, () => Promise<LaterWords>> = {
  en: async () => (await import('./en/later')).later,
  fi: async () => (await import('./fi/later')).later,
  fr: async () => (await import('./fr/later')).later,
  de: async () => (await import('./de/later')).later,
  it: async () => (await import('./it/later')).later,
};

async function load<Words>(
  loaders: Record<Language, () => Promise<Words>>,
  language: InterfaceLanguage,
): Promise<Words> {
  if (language !== PSEUDO) {
    const words = withAllPluralForms(await loaders[language](), language);
    return language === 'fr' ? withNoBreakSpaces(words) : words;
  }
  const [english, { pseudoCatalogue }] = await Promise.all([loaders.en(), import('./pseudo')]);
  return pseudoCatalogue(english);
}

/** The whole catalogue of a language, with the plural forms its rules ask for. */
export async function loadCatalogue(language: InterfaceLanguage): Promise<Catalogue> {
  return { ...(await load(FIRST, language)), ...(await load(LATER, language)) };
}

/** Starts i18next in `language`; resolves when its first words are there. */
export async function startI18n(language: InterfaceLanguage): Promise<I18n> {
  const i18n = i18next.createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load(FIRST, language) } },
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
    i18n.addResourceBundle(language, 'translation', await load(FIRST, language));
  }
  if (laterLoads.has(i18n)) await laterWords(i18n, language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = localeTag(language);
}

const laterLoads = new WeakMap<I18n, Map<string, Promise<void>>>();

/** Adds the words of the screens around the writing; the same promise each time. From then on they change along. */
export function laterWords(i18n: I18n, language: InterfaceLanguage): Promise<void> {
  const loads = laterLoads.get(i18n) ?? new Map<string, Promise<void>>();
  laterLoads.set(i18n, loads);
  const known = loads.get(language);
  if (known) return known;
  const loading = load(LATER, language).then((words) => {
    i18n.addResourceBundle(language, 'translation', words, true);
  });
  // A failed fetch is tried again the next time.
  loading.catch(() => loads.delete(language));
  loads.set(language, loading);
  return loading;
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

import type { en } from './en/index';
import type { later } from './en/later';

/** What every screen needs, and writing. */
export type FirstWords = TranslationOf<typeof en>;
/** What only the screens around the writing need. */
export type LaterWords = TranslationOf<typeof later>;

/** The English catalogue is the canonical one: its shape is what every other language has to fill. */
export type Catalogue = FirstWords & LaterWords;

/** The namespaces, one file each per language. */
export type Namespace = keyof Catalogue;

/**
 * The same keys as the English text, with any words. French and Italian may add a `_many` form to a plural
 * (millions take another form there); where they don't, `_other` is used.
 */
export type TranslationOf<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : TranslationOf<English[Key]>;
} & { readonly [Key in keyof English as ManyForm<Key>]?: string };

type ManyForm<Key> = Key extends `${infer Stem}_other` ? `${Stem}_many` : never;

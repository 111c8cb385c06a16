import { z } from 'zod';
import { Id } from '../kernel/id';

/**
 * What a person may be on an output or a chapter, weakest first. A role contains the abilities of those before it,
 * but for `translator`, who writes only in localised copies of the own language and comments elsewhere.
 */
export const ROLES = ['reader', 'commenter', 'reviewer', 'translator', 'author', 'coordinator'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** The languages of the partnership; English is the source of everything. */
export const LANGUAGES = ['en', 'fi', 'fr', 'de', 'it'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** The countries of the partnership, ISO 3166-1 alpha-2, in the order in which the five pips are drawn. */
export const COUNTRIES = ['FI', 'FR', 'DE', 'IT', 'GB'] as const;
export const Country = z.enum(COUNTRIES);
export type Country = z.infer<typeof Country>;

/**
 * A role given to a person: on every output (`outputId` null), on one output, or on one chapter of it.
 * `language` matters for translators only.
 */
export const Grant = z.object({
  role: Role,
  outputId: Id.nullable(),
  chapterId: Id.nullable(),
  language: Language.nullable(),
});
export type Grant = z.infer<typeof Grant>;

import { z } from 'zod';
import { Country, Grant, Language } from '../access/role';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';

/** An institution of the partnership, in a country. */
export const Partner = z.object({
  id: Id,
  name: z.string().trim().min(1).max(200),
  /** How imports name it; unique. */
  shortName: z.string().trim().min(1).max(40),
  country: Country,
});
export type Partner = z.infer<typeof Partner>;

export const PersonName = z.string().trim().min(1).max(120);
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** At least 12 characters (P6); at most 200 so that hashing can't be used to tire the server. */
export const Password = z.string().min(12).max(200);

/** A person as everybody in the workspace sees them. */
export const PersonCard = z.object({
  id: Id,
  name: PersonName,
  partnerId: Id,
  country: Country,
  active: z.boolean(),
});
export type PersonCard = z.infer<typeof PersonCard>;

/** A person as administrators see them. */
export const Person = PersonCard.extend({
  email: z.string(),
  administrator: z.boolean(),
  grants: z.array(Grant),
  language: Language,
  createdAt: Timestamp,
  lastSeenAt: Timestamp.nullable(),
  /** `invited`: made by an import, has not set a password yet. */
  status: z.enum(['invited', 'active', 'disabled']),
});
export type Person = z.infer<typeof Person>;

/** Who I am, with what the page needs at once. */
export const Me = Person.extend({ partner: Partner });
export type Me = z.infer<typeof Me>;

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in.',
  permission: 'signed-in',
  output: Me,
});
export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out: ends this session.',
  permission: 'signed-in',
});
export const editMe = endpoint({
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change the own name or interface language.',
  permission: 'signed-in',
  body: z.object({ name: PersonName.optional(), language: Language.optional() }),
  output: Me,
});
export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  summary: 'Everybody in the workspace, as cards.',
  permission: { action: 'people.list', on: 'workspace' },
  output: z.array(PersonCard),
});

import { Grant, Language } from '@accord/shared/access/role';
import { Id, Timestamp } from '@accord/shared/kernel/id';
import { Partner } from '@accord/shared/people/people';
import { TokenKind } from '@accord/shared/people/signing-in';
import { z } from 'zod';
import type { ScopeKind } from '../storage/ports';

/** A person as stored. */
export const PersonRecord = z.object({
  id: Id,
  name: z.string(),
  /** Lower-case; unique. */
  email: z.string(),
  partnerId: Id,
  administrator: z.boolean(),
  grants: z.array(Grant),
  language: Language,
  createdAt: Timestamp,
  lastSeenAt: Timestamp.nullable(),
  /** Argon2id; null until the first password is set. */
  passwordHash: z.string().nullable(),
  disabled: z.boolean(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** A signed-in browser; the token itself is kept nowhere but in the browser. */
export const SessionRecord = z.object({
  id: Id,
  /** SHA-256 of the token, hex. */
  hash: z.string(),
  personId: Id,
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  device: z.string(),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

/** An invitation of somebody who is not a person of the workspace yet. */
export const InvitationRecord = z.object({
  id: Id,
  email: z.string().nullable(),
  name: z.string().nullable(),
  partnerId: Id,
  grants: z.array(Grant),
  administrator: z.boolean(),
  invitedBy: Id,
  createdAt: Timestamp,
});
export type InvitationRecord = z.infer<typeof InvitationRecord>;

/** A one-time link: for a person who exists, or for an invitation. Gone once used. */
export const TokenRecord = z.object({
  /** SHA-256 of the token, hex. */
  hash: z.string(),
  kind: TokenKind,
  personId: Id.nullable(),
  invitationId: Id.nullable(),
  createdBy: Id.nullable(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
});
export type TokenRecord = z.infer<typeof TokenRecord>;

export const PeopleRecords = z.object({
  partners: z.array(Partner),
  persons: z.array(PersonRecord),
  sessions: z.array(SessionRecord),
  invitations: z.array(InvitationRecord),
  tokens: z.array(TokenRecord),
});
export type PeopleRecords = z.infer<typeof PeopleRecords>;

export const PEOPLE: ScopeKind<PeopleRecords> = {
  name: 'people',
  schema: PeopleRecords,
  empty: () => ({ partners: [], persons: [], sessions: [], invitations: [], tokens: [] }),
};

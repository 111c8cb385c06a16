import { z } from 'zod';
import { Language } from '../access/role';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';
import { Me, Partner, PersonName } from './people';

/** One signed-in browser. */
export const SessionCard = z.object({
  id: Id,
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  /** The browser's own description of itself (User-Agent), at most 300 characters. */
  device: z.string(),
  current: z.boolean(),
});
export type SessionCard = z.infer<typeof SessionCard>;

/** A link to hand to one person; shown once, kept only as a hash. */
export const OneTimeLink = z.object({ url: z.string(), expiresAt: Timestamp });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

/** What a link's token stands for, so that the page can greet its bearer. */
export const TokenKind = z.enum(['sign-in', 'invitation', 'reset']);
export type TokenKind = z.infer<typeof TokenKind>;
export const TokenGreeting = z.object({
  kind: TokenKind,
  name: z.string().nullable(),
  email: z.string().nullable(),
  partner: Partner.nullable(),
  invitedBy: z.string().nullable(),
  expiresAt: Timestamp,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password; sets the session cookie.',
  permission: 'public',
  body: z.object({ email: z.string().max(254), password: z.string().max(200) }),
  output: Me,
  failures: ['wrong-credentials', 'too-many-requests'],
});
export const listSessions = endpoint({
  method: 'GET',
  path: '/api/sessions',
  summary: 'The sessions of the person who asks.',
  permission: 'signed-in',
  output: z.array(SessionCard),
});
export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  summary: 'End one of the own sessions.',
  permission: 'signed-in',
  params: z.object({ sessionId: Id }),
  failures: ['not-found'],
});
export const changePassword = endpoint({
  method: 'POST',
  path: '/api/me/password',
  summary:
    'Change the own password (`current` is not looked at when there is none yet); ends all other sessions.',
  permission: 'signed-in',
  body: z.object({ current: z.string().max(200), next: z.string().max(200) }),
  failures: ['wrong-credentials', 'password-too-short', 'password-too-common', 'too-many-requests'],
});

export const readToken = endpoint({
  method: 'POST',
  path: '/api/tokens/greeting',
  summary: 'What a sign-in, invitation or reset link stands for, without using it up.',
  permission: 'public',
  body: z.object({ token: z.string().max(200) }),
  output: TokenGreeting,
  failures: ['link-expired', 'too-many-requests'],
});
export const redeemToken = endpoint({
  method: 'POST',
  path: '/api/tokens/redeem',
  summary:
    'Use up a sign-in, invitation or reset link and sign in: an invitation sets password, name and e-mail, a reset link the password, a sign-in link nothing.',
  permission: 'public',
  body: z.object({
    token: z.string().max(200),
    /** Required but for a sign-in link, whose bearer sets one later. */
    password: z.string().max(200).optional(),
    name: PersonName.optional(),
    email: z.string().max(254).optional(),
    language: Language.optional(),
  }),
  output: Me,
  failures: [
    'link-expired',
    'invalid-input',
    'email-taken',
    'password-too-short',
    'password-too-common',
    'too-many-requests',
  ],
});

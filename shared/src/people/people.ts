import { z } from 'zod';
import { Country, Grant, Language, Role } from '../access/role';
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

export const Invitation = z.object({
  id: Id,
  email: z.string().nullable(),
  name: z.string().nullable(),
  partnerId: Id,
  grants: z.array(Grant),
  administrator: z.boolean(),
  invitedBy: Id,
  createdAt: Timestamp,
  expiresAt: Timestamp,
});
export type Invitation = z.infer<typeof Invitation>;

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

/** Why a line of an import was not taken; the page has a sentence for each. */
export const ImportProblem = z.enum([
  'wrong-number-of-columns',
  'quotes-unbalanced',
  'name-missing',
  'email-invalid',
  'email-twice-in-file',
  'email-taken',
  'partner-unknown',
  'role-unknown',
  'language-unknown',
]);
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportReport = z.object({
  imported: z.array(
    z.object({
      line: z.number().int(),
      personId: Id,
      name: z.string(),
      email: z.string(),
      link: OneTimeLink,
    }),
  ),
  rejected: z.array(
    z.object({ line: z.number().int(), text: z.string(), problem: ImportProblem, value: z.string() }),
  ),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** One line of the audit log (P8). `detail` holds plain values only; never a password, token or text. */
export const AuditEntry = z.object({
  seq: z.number().int(),
  at: Timestamp,
  personId: Id.nullable(),
  what: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const personParams = z.object({ personId: Id });
const administer = { action: 'workspace.administer', on: 'workspace' } as const;

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password; sets the session cookie.',
  permission: 'public',
  body: z.object({ email: z.string().max(254), password: z.string().max(200) }),
  output: Me,
  failures: ['wrong-credentials', 'too-many-requests'],
});
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
export const editMe = endpoint({
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change the own name or interface language.',
  permission: 'signed-in',
  body: z.object({ name: PersonName.optional(), language: Language.optional() }),
  output: Me,
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

export const listPartners = endpoint({
  method: 'GET',
  path: '/api/partners',
  summary: 'The partner institutions.',
  permission: { action: 'people.list', on: 'workspace' },
  output: z.array(Partner),
});
export const createPartner = endpoint({
  method: 'POST',
  path: '/api/partners',
  summary: 'Add a partner institution.',
  permission: administer,
  body: Partner.omit({ id: true }),
  output: Partner,
  failures: ['conflict'],
});
export const editPartner = endpoint({
  method: 'PATCH',
  path: '/api/partners/:partnerId',
  summary: 'Change a partner institution.',
  permission: administer,
  params: z.object({ partnerId: Id }),
  body: Partner.omit({ id: true }).partial(),
  output: Partner,
  failures: ['not-found', 'conflict'],
});

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  summary: 'Everybody in the workspace, as cards.',
  permission: { action: 'people.list', on: 'workspace' },
  output: z.array(PersonCard),
});
export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/people/accounts',
  summary: 'Everybody in the workspace with mail, roles and status, for administrators.',
  permission: administer,
  output: z.array(Person),
});
export const editPerson = endpoint({
  method: 'PATCH',
  path: '/api/people/:personId',
  summary:
    'Change a person: name, mail, partner, roles, administrator, enabled or disabled. Takes effect on open connections within 2 s.',
  permission: administer,
  params: personParams,
  body: z.object({
    name: PersonName.optional(),
    email: Email.optional(),
    partnerId: Id.optional(),
    administrator: z.boolean().optional(),
    grants: z.array(Grant).max(200).optional(),
    disabled: z.boolean().optional(),
  }),
  output: Person,
  failures: ['not-found', 'email-taken', 'last-administrator'],
});
export const createResetLink = endpoint({
  method: 'POST',
  path: '/api/people/:personId/reset-link',
  summary: 'Make a single-use link with which a person sets a new password.',
  permission: administer,
  params: personParams,
  output: OneTimeLink,
  failures: ['not-found'],
});
export const endPersonSessions = endpoint({
  method: 'DELETE',
  path: '/api/people/:personId/sessions',
  summary: 'Sign a person out everywhere.',
  permission: administer,
  params: personParams,
  failures: ['not-found'],
});
export const importPeople = endpoint({
  method: 'POST',
  path: '/api/people/import',
  summary:
    'Import people from CSV with the columns name, email, partner (short name), role, language (optional, for translators). Good lines are taken, bad ones reported.',
  permission: administer,
  body: z.object({ csv: z.string().max(1_000_000) }),
  output: ImportReport,
  failures: ['invalid-input'],
});

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/invitations',
  summary: 'Invitations not used yet.',
  permission: administer,
  output: z.array(Invitation),
});
export const createInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite a person: makes a single-use link to hand over.',
  permission: administer,
  body: z.object({
    name: PersonName.optional(),
    email: Email.optional(),
    partnerId: Id,
    role: Role,
    language: Language.nullable().default(null),
    outputId: Id.nullable().default(null),
    administrator: z.boolean().default(false),
  }),
  output: z.object({ invitation: Invitation, link: OneTimeLink }),
  failures: ['email-taken', 'invalid-input'],
});
export const revokeInvitation = endpoint({
  method: 'DELETE',
  path: '/api/invitations/:invitationId',
  summary: 'Take an invitation back; its link stops working.',
  permission: administer,
  params: z.object({ invitationId: Id }),
  failures: ['not-found'],
});

export const readAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit log, newest first.',
  permission: administer,
  query: z.object({
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.array(AuditEntry),
});
export const exportAudit = endpoint({
  method: 'GET',
  path: '/api/audit.csv',
  summary: 'The whole audit log as CSV, oldest first.',
  permission: administer,
  output: z.string(),
  contentType: 'text/csv; charset=utf-8',
});

/** A person's roles on one output and its chapters, as its coordinator sees and sets them. */
export const OutputRoles = z.object({
  personId: Id,
  /** Roles held on this output or its chapters. */
  grants: z.array(z.object({ role: Role, chapterId: Id.nullable(), language: Language.nullable() })),
  /** The strongest role held on every output, which reaches here too. */
  everywhere: Role.nullable(),
});
export type OutputRoles = z.infer<typeof OutputRoles>;

export const listOutputRoles = endpoint({
  method: 'GET',
  path: '/api/outputs/:outputId/roles',
  summary: 'Who has which role on an output and its chapters.',
  permission: { action: 'output.grant', on: 'output', param: 'outputId' },
  params: z.object({ outputId: Id }),
  output: z.array(OutputRoles),
});
export const setOutputRoles = endpoint({
  method: 'PUT',
  path: '/api/outputs/:outputId/roles/:personId',
  summary: 'Set the roles of a person on an output and its chapters; roles elsewhere stay.',
  permission: { action: 'output.grant', on: 'output', param: 'outputId' },
  params: z.object({ outputId: Id, personId: Id }),
  body: OutputRoles.pick({ grants: true }),
  output: OutputRoles,
  failures: ['not-found', 'invalid-input'],
});

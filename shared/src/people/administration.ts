import { z } from 'zod';
import { Grant, Language, Role } from '../access/role';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';
import { Email, Partner, Person, PersonName } from './people';
import { OneTimeLink } from './signing-in';

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

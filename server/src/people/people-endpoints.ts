import { Failure } from '@accord/shared/kernel/failure';
import * as administering from '@accord/shared/people/administration';
import * as declared from '@accord/shared/people/people';
import * as signingIn from '@accord/shared/people/signing-in';
import { type BoundEndpoint, bind } from '../http/bind';
import type { Scope } from '../storage/ports';
import type { Accounts } from './accounts';
import type { Audit } from './audit';
import type { createImport } from './import';
import type { Invitations } from './invitations';
import type { Partners } from './partners';
import type { PeopleRecords } from './records';
import type { Sessions } from './sessions';
import type { SignIn, TryLimit } from './sign-in';
import { accountOf, cardOf, meOf, personIn } from './views';

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly partners: Partners;
  readonly importPeople: ReturnType<typeof createImport>;
  readonly audit: Audit;
  /** Tries of the present password, per person. */
  readonly passwordLimit: TryLimit;
}

/** Every endpoint of shared/src/people/ with what answers it. */
export function peopleEndpoints(parts: Parts): BoundEndpoint[] {
  return [
    ...sessionEndpoints(parts),
    ...accountEndpoints(parts),
    ...administration(parts),
    ...auditEndpoints(parts),
  ];
}

function sessionEndpoints({
  people,
  signIn,
  sessions,
  accounts,
  audit,
  passwordLimit,
}: Parts): BoundEndpoint[] {
  return [
    bind(signingIn.signIn, async ({ body, address, device, caller, reply }) => {
      const visitor = { address, device, sessionId: caller?.sessionId ?? null };
      const { me, token } = await signIn.withPassword(body.email, body.password, visitor);
      reply.session(token);
      return me;
    }),
    bind(declared.readSession, ({ caller }) => meOf(people.read(), personIn(people.read(), caller.personId))),
    bind(declared.signOut, async ({ caller, reply }) => {
      await sessions.end(({ id }) => id === caller.sessionId);
      await audit.record({ personId: caller.personId, what: 'signed-out' });
      reply.session(null);
    }),
    bind(signingIn.listSessions, ({ caller }) => sessions.of(caller.personId, caller.sessionId)),
    bind(signingIn.endSession, async ({ caller, params, reply }) => {
      const mine = (session: { id: string; personId: string }) =>
        session.id === params.sessionId && session.personId === caller.personId;
      if ((await sessions.end(mine)) === 0) throw new Failure('not-found', 'There is no such session.');
      await audit.record({
        personId: caller.personId,
        what: 'sessions-ended',
        subject: caller.personId,
        detail: { sessions: 1 },
      });
      if (params.sessionId === caller.sessionId) reply.session(null);
    }),
    bind(signingIn.readToken, ({ body, address }) => signIn.greet(body.token, address)),
    bind(signingIn.redeemToken, async ({ body, address, device, caller, reply }) => {
      const visitor = { address, device, sessionId: caller?.sessionId ?? null };
      const { me, token } = await signIn.redeem(body, visitor);
      reply.session(token);
      return me;
    }),
    bind(declared.editMe, ({ caller, body }) => accounts.editOwn(caller.personId, body)),
    bind(signingIn.changePassword, async ({ caller, body }) => {
      await passwordLimit.count(caller.personId);
      await accounts.changePassword(caller.personId, body.current, body.next, caller.sessionId);
      await passwordLimit.forget(caller.personId);
    }),
  ];
}

function accountEndpoints({ people, accounts }: Parts): BoundEndpoint[] {
  return [
    bind(declared.listPeople, () => {
      const records = people.read();
      return records.persons.map((person) => cardOf(records, person));
    }),
    bind(administering.listAccounts, () => {
      const records = people.read();
      return records.persons.map((person) => accountOf(records, person));
    }),
    bind(administering.editPerson, ({ params, body, caller }) =>
      accounts.edit(params.personId, body, caller.personId),
    ),
    bind(administering.createResetLink, ({ params, caller }) =>
      accounts.resetLink(params.personId, caller.personId),
    ),
    bind(administering.endPersonSessions, ({ params, caller }) =>
      accounts.endSessions(params.personId, caller.personId),
    ),
    bind(administering.listOutputRoles, ({ params }) => accounts.rolesOn(params.outputId)),
    bind(administering.setOutputRoles, ({ params, body, caller }) =>
      accounts.setRolesOn(params.outputId, params.personId, body.grants, caller.personId),
    ),
  ];
}

function administration({ partners, importPeople, invitations }: Parts): BoundEndpoint[] {
  return [
    bind(administering.listPartners, () => partners.list()),
    bind(administering.createPartner, ({ body, caller }) => partners.create(body, caller.personId)),
    bind(administering.editPartner, ({ params, body, caller }) =>
      partners.edit(params.partnerId, body, caller.personId),
    ),
    bind(administering.importPeople, ({ body, caller }) => importPeople(body.csv, caller.personId)),
    bind(administering.listInvitations, () => invitations.list()),
    bind(administering.createInvitation, ({ body, caller }) => {
      const { role, outputId, language, ...rest } = body;
      const grant = { role, outputId, chapterId: null, language: role === 'translator' ? language : null };
      return invitations.create({ ...rest, grant }, caller.personId);
    }),
    bind(administering.revokeInvitation, ({ params, caller }) =>
      invitations.revoke(params.invitationId, caller.personId),
    ),
  ];
}

function auditEndpoints({ people, audit }: Parts): BoundEndpoint[] {
  return [
    bind(administering.readAudit, ({ query: { before, limit } }) =>
      audit.read({ limit, ...(before !== undefined && { before }) }),
    ),
    bind(administering.exportAudit, async ({ caller, reply }) => {
      const names = new Map(people.read().persons.map(({ id, name }) => [id, name]));
      await audit.record({ personId: caller.personId, what: 'audit-exported' });
      reply.header('Content-Disposition', 'attachment; filename="accord-audit.csv"');
      return audit.csv((personId) => names.get(personId) ?? '');
    }),
  ];
}

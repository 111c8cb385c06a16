import { writeGrants } from '@accord/shared/access/grant-text';
import type { Grant } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { Invitation } from '@accord/shared/people/administration';
import type { OneTimeLink } from '@accord/shared/people/signing-in';
import type { Scope } from '../storage/ports';
import type { Audit } from './audit';
import type { Links } from './links';
import { demandFreeEmail, demandSoundGrants, type Existing } from './persons';
import type { InvitationRecord, PeopleRecords } from './records';
import { invitationView } from './views';

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly links: Links;
  readonly audit: Audit;
  readonly existing: Existing;
  readonly now: () => string;
}

export interface NewInvitation {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly partnerId: string;
  readonly grant: Grant;
  readonly administrator: boolean;
}

/** Invitations by link, for people who have no account yet. */
export function createInvitations({ people, links, audit, existing, now }: Parts) {
  const open = (records: PeopleRecords) =>
    records.invitations.flatMap((invitation) => {
      const token = records.tokens.find(({ invitationId }) => invitationId === invitation.id);
      return token && links.living(token) ? [{ invitation, expiresAt: token.expiresAt }] : [];
    });

  return {
    list: (): Invitation[] =>
      open(people.read()).map(({ invitation, expiresAt }) => invitationView(invitation, expiresAt)),

    /** @throws Failure('email-taken' | 'invalid-input') */
    async create(wanted: NewInvitation, by: string): Promise<{ invitation: Invitation; link: OneTimeLink }> {
      demandSoundGrants([wanted.grant], existing);
      const made = await people.commit((draft) => {
        const living = open(draft).map(({ invitation }) => invitation);
        draft.invitations = living;
        if (!draft.partners.some(({ id }) => id === wanted.partnerId)) {
          const fields = [{ path: 'partnerId', message: 'There is no such partner.' }];
          throw new Failure('invalid-input', 'There is no such partner.', { fields });
        }
        if (wanted.email !== undefined) {
          demandFreeEmail(draft, wanted.email, null);
          if (living.some(({ email }) => email === wanted.email)) {
            throw new Failure('email-taken', 'Somebody with this e-mail address is invited already.');
          }
        }
        const record: InvitationRecord = {
          id: newId(),
          email: wanted.email ?? null,
          name: wanted.name ?? null,
          partnerId: wanted.partnerId,
          grants: [wanted.grant],
          administrator: wanted.administrator,
          invitedBy: by,
          createdAt: now(),
        };
        draft.invitations.push(record);
        return {
          record,
          link: links.issue(draft, { kind: 'invitation', invitationId: record.id, createdBy: by }),
        };
      });
      const detail = {
        grants: writeGrants([wanted.grant]),
        ...(wanted.administrator && { administrator: true }),
      };
      await audit.record({ personId: by, what: 'invited', subject: made.record.id, detail });
      return { invitation: invitationView(made.record, made.link.expiresAt), link: made.link };
    },

    /** @throws Failure('not-found') */
    async revoke(invitationId: string, by: string): Promise<void> {
      await people.commit((draft) => {
        if (!draft.invitations.some(({ id }) => id === invitationId)) {
          throw new Failure('not-found', 'There is no such invitation.');
        }
        draft.invitations = draft.invitations.filter(({ id }) => id !== invitationId);
        draft.tokens = draft.tokens.filter((token) => token.invitationId !== invitationId);
      });
      await audit.record({ personId: by, what: 'invitation-revoked', subject: invitationId });
    },
  };
}
export type Invitations = ReturnType<typeof createInvitations>;

import { Failure } from '@accord/shared/kernel/failure';
import type { OneTimeLink, TokenKind } from '@accord/shared/people/signing-in';
import type { Clock } from '../clock';
import type { PeopleRecords, TokenRecord } from './records';
import { hashSecret, newSecret } from './secret';

const DAY = 24 * 60 * 60_000;
const LIFETIME_MS: Record<TokenKind, number> = { 'sign-in': 7 * DAY, invitation: 14 * DAY, reset: 2 * DAY };

export interface LinkFor {
  readonly kind: TokenKind;
  readonly personId?: string;
  readonly invitationId?: string;
  readonly createdBy: string | null;
}

/**
 * One-time links (P6): single-use, expiring, unguessable, kept only as a hash. The secret stands in the address's
 * fragment, which browsers never send, so it reaches no log and no Referer.
 */
export function createLinks({ clock, base }: { clock: Clock; base: () => string }) {
  const living = (token: TokenRecord) => clock.now() < Date.parse(token.expiresAt);

  /** @throws Failure('link-expired') also when it never existed: nothing tells the two apart */
  function find(records: PeopleRecords, secret: string): TokenRecord {
    const hash = hashSecret(secret);
    const token = records.tokens.find((candidate) => candidate.hash === hash);
    const person = records.persons.find(({ id }) => id === token?.personId);
    if (!token || !living(token) || person?.disabled) {
      throw new Failure('link-expired', 'The link was used already or has expired.');
    }
    return token;
  }

  return {
    find,
    living,
    /** Adds a link to the draft; earlier ones for the same person or invitation stop working. */
    issue(draft: PeopleRecords, { kind, personId, invitationId, createdBy }: LinkFor): OneTimeLink {
      const secret = newSecret();
      const now = clock.now();
      const expiresAt = new Date(now + LIFETIME_MS[kind]).toISOString();
      const sameTarget = (token: TokenRecord) =>
        personId !== undefined ? token.personId === personId : token.invitationId === invitationId;
      draft.tokens = draft.tokens.filter((token) => living(token) && !sameTarget(token));
      draft.tokens.push({
        hash: hashSecret(secret),
        kind,
        personId: personId ?? null,
        invitationId: invitationId ?? null,
        createdBy,
        createdAt: new Date(now).toISOString(),
        expiresAt,
      });
      return { url: `${base()}/welcome#token=${secret}`, expiresAt };
    },
    /** Takes the link out of the draft, so that of two who use it at once one fails. @throws Failure('link-expired') */
    use(draft: PeopleRecords, secret: string): TokenRecord {
      const token = find(draft, secret);
      draft.tokens = draft.tokens.filter((candidate) => candidate !== token);
      return token;
    },
  };
}
export type Links = ReturnType<typeof createLinks>;

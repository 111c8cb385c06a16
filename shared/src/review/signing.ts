import { COUNTRIES, type Country } from '../access/role';
import { sha256Of } from '../manuscript/canonical';
import type { SignatureEvent, SignedText, SignOff, SlotStanding } from './review';

/**
 * The hash over the texts of an output (R2): SHA-256, in hexadecimal, of one line a chapter in the output's order, each the
 * chapter's id, a space and the hash of its text, ended by a line feed.
 */
export const hashOfTexts = (texts: readonly Pick<SignedText, 'chapterId' | 'hash'>[]): string =>
  sha256Of(texts.map(({ chapterId, hash }) => `${chapterId} ${hash}\n`).join(''));

/** The hashes that a signature may be for: that of now, and those it came from by declared changes (R5). */
export function countingHashes({ hash, changes }: Pick<SignOff, 'hash' | 'changes'>): ReadonlySet<string> {
  const counting = new Set([hash]);
  for (const { fromHash, toHash } of changes.toReversed()) if (counting.has(toHash)) counting.add(fromHash);
  return counting;
}

/** Which signature counts in each slot: the last one given and not taken back, for a text that still counts (R3, R8). */
export function standingsOf(
  signOff: Pick<SignOff, 'slots' | 'signatures' | 'hash' | 'changes'>,
): SlotStanding[] {
  const counting = countingHashes(signOff);
  return signOff.slots.map((slot) => {
    const last = signOff.signatures.findLast(({ slot: key }) => key === slot.key) ?? null;
    const counts = last && last.decision !== 'withdrawn' && counting.has(last.hash);
    return { slot, signature: counts ? last : null };
  });
}

/** Whether nobody is awaited and nobody objects, and every change can no longer be objected to or was signed (R4, R5). */
export function isMet(
  signOff: Pick<SignOff, 'slots' | 'signatures' | 'hash' | 'changes'>,
  now: number,
): boolean {
  const standings = standingsOf(signOff);
  if (standings.some(({ signature }) => signature === null || signature.decision === 'object')) return false;
  const open = signOff.changes.some(({ objectUntil }) => Date.parse(objectUntil) > now);
  return !open || standings.every(({ signature }) => signature?.hash === signOff.hash);
}

/**
 * The slots a person may sign in now: as its signatory, or as the deputy where the signatory is no longer there (R8).
 * @param isActive whether somebody may still sign in
 */
export function slotsOf(
  { slots }: Pick<SignOff, 'slots'>,
  personId: string,
  isActive: (personId: string) => boolean,
): string[] {
  return slots
    .filter(
      ({ signatoryId, deputyId }) =>
        signatoryId === personId || (deputyId === personId && !isActive(signatoryId)),
    )
    .map(({ key }) => key);
}

/** Whose signatures are missing: the signatories, or their deputies where they are no longer there. */
export function awaitedIn(signOff: SignOff, isActive: (personId: string) => boolean): string[] {
  return standingsOf(signOff).flatMap(({ slot: { signatoryId, deputyId }, signature }) => {
    if (signature) return [];
    if (isActive(signatoryId)) return [signatoryId];
    return deputyId !== null && isActive(deputyId) ? [deputyId] : [];
  });
}

export type Pip = 'signed' | 'awaited' | 'objecting' | 'not-asked';

/** One pip a country over several sign-offs: an objection is seen first, then what is awaited (R11). */
export function pipsOf(signOffs: readonly SignOff[]): Record<Country, Pip> {
  const pips = Object.fromEntries(COUNTRIES.map((country) => [country, 'not-asked'])) as Record<Country, Pip>;
  const rank: Record<Pip, number> = { 'not-asked': 0, signed: 1, awaited: 2, objecting: 3 };
  for (const signOff of signOffs)
    for (const { slot, signature } of standingsOf(signOff)) {
      const pip = pipOf(signature);
      if (rank[pip] > rank[pips[slot.country]]) pips[slot.country] = pip;
    }
  return pips;
}

export function pipOf(signature: SignatureEvent | null): Pip {
  if (!signature) return 'awaited';
  return signature.decision === 'object' ? 'objecting' : 'signed';
}

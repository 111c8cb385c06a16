import { COUNTRIES } from '@accord/shared/access/role';
import type { SignOffPolicy, Slot } from '@accord/shared/review/review';
import type { ReviewPeople } from './ports';

/** Who has to be named before signatures can be asked for: the five countries, or the institutions that contribute. */
export function slotKeys(
  { by }: SignOffPolicy,
  partnerIds: readonly string[],
  people: ReviewPeople,
): Pick<Slot, 'key' | 'country' | 'partnerId'>[] {
  if (by === 'countries') return COUNTRIES.map((country) => ({ key: country, country, partnerId: null }));
  return people
    .partners()
    .filter(({ id }) => partnerIds.includes(id))
    .map(({ id, country }) => ({ key: id, country, partnerId: id }));
}

/** The slots of a sign-off begun now; null when somebody is not named, or can no longer sign in and has no deputy who can. */
export function slotsFor(
  policy: SignOffPolicy,
  partnerIds: readonly string[],
  people: ReviewPeople,
): Slot[] | null {
  const named = new Map(policy.signatories.map((each) => [each.key, each]));
  const slots = slotKeys(policy, partnerIds, people).map((slot) => {
    const { signatoryId = null, deputyId = null } = named.get(slot.key) ?? {};
    const able = [signatoryId, deputyId].some((id) => id !== null && people.isActive(id));
    return signatoryId !== null && able ? { ...slot, signatoryId, deputyId } : null;
  });
  return slots.length > 0 && slots.every((slot) => slot !== null) ? slots : null;
}

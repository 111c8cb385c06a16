import { COUNTRIES, type Country } from '@accord/shared/access/role';
import type { ChapterState } from '@accord/shared/access/state';
import type { Problem } from '@accord/shared/kernel/failure';
import type { ShownNotice } from '@accord/shared/notices/notices';
import type { Output } from '@accord/shared/outputs/outputs';
import type { Review, SignatureDecision } from '@accord/shared/review/review';
import { reviewedChapter } from '../suggestions/reviewed-chapter';
import type { Visitor } from '../workspace';

type Person = Visitor & { id: string };

/** A reviewed chapter with a coordinator, and a signatory and a deputy for each of the five countries. */
export async function signedChapter(...start: Parameters<typeof reviewedChapter>) {
  const chapter = await reviewedChapter(...start);
  const { chapterId, root } = chapter;
  const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
  const output = outputs.find(({ chapters }) => chapters.some(({ id }) => id === chapterId)) as Output;
  const everywhere = { outputId: null, chapterId: null, language: null };
  const coordinator = await chapter.person({
    email: 'coordinator@example.org',
    grants: [{ ...everywhere, role: 'coordinator' }],
  });
  const named = async (what: string, country: Country): Promise<Person> =>
    chapter.person({
      email: `${what}-${country.toLowerCase()}@example.org`,
      partnerId: `partner-${country.toLowerCase()}-${country === 'FR' ? 2 : 1}`,
      grants: [{ ...everywhere, role: 'commenter' }],
    });
  const signatories = new Map<Country, Person>();
  const deputies = new Map<Country, Person>();
  for (const country of COUNTRIES) {
    signatories.set(country, await named('signatory', country));
    deputies.set(country, await named('deputy', country));
  }
  const policy = await coordinator.ask('PUT', `/api/outputs/${output.id}/sign-off-policy`, {
    by: 'countries',
    days: 10,
    signatories: COUNTRIES.map((key) => ({
      key,
      signatoryId: signatories.get(key)?.id,
      deputyId: deputies.get(key)?.id,
    })),
  });
  if (policy.status !== 200) throw new Error(policy.text);

  const review = async (who: Visitor = coordinator): Promise<Review> =>
    (await who.ask<Review>('GET', `/api/chapters/${chapterId}/review`)).body;
  const move = async (to: ChapterState, more: object = {}, who: Visitor = coordinator) =>
    who.ask<Review & Problem>('POST', `/api/chapters/${chapterId}/transitions`, {
      to,
      expected: (await review()).state,
      ...more,
    });
  const sign = async (
    country: Country,
    decision: SignatureDecision | 'withdrawn',
    more: { comment?: string; hash?: string; who?: Visitor } = {},
  ) => {
    const { who = signatories.get(country) as Person, hash, comment } = more;
    return who.ask<Review & Problem>('POST', `/api/chapters/${chapterId}/signatures`, {
      decision,
      hash: hash ?? (await review()).signOff?.hash,
      ...(comment && { comment }),
    });
  };
  return {
    ...chapter,
    outputId: output.id,
    coordinator,
    signatory: (country: Country) => signatories.get(country) as Person,
    deputy: (country: Country) => deputies.get(country) as Person,
    review,
    move,
    sign,
    /** Through review to sign-off. */
    async ask(): Promise<Review> {
      await move('in-review');
      const asked = await move('sign-off', { note: 'Please sign.' });
      if (asked.status !== 200) throw new Error(asked.text);
      return asked.body;
    },
    signAll: async (countries: readonly Country[] = COUNTRIES) => {
      for (const country of countries) await sign(country, 'agree');
    },
    told: async (who: Visitor) =>
      (await who.ask<ShownNotice[]>('GET', '/api/notices')).body.map(({ kind }) => kind),
  };
}

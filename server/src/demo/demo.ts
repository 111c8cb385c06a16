import type { Actor } from '@accord/shared/access/decide';
import { COUNTRIES, type Country, type Grant, type Language } from '@accord/shared/access/role';
import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import type { DocumentJson } from '@accord/shared/manuscript/document';
import type { OutputKind } from '@accord/shared/outputs/outputs';
import type { Partner } from '@accord/shared/people/people';
import type { SignOffPolicy } from '@accord/shared/review/review';
import type { Clock } from '../clock';
import { drawCycle } from './cycle-figure';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, grantsOf } from './people';
import { holdReview, type ReviewParts } from './review';
import { workingWithSchools } from './text/working-with-schools/chapters';
import { REVIEW } from './text/working-with-schools/review';

interface MadeOutput {
  readonly id: string;
  readonly kind: OutputKind;
  readonly issue: number | null;
  readonly coordinatorCountry: Country;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
}

/** What the demo asks of the rest of the server. */
export interface DemoParts {
  readonly people: {
    partners(): readonly Partner[];
    cards(): readonly { readonly id: string; readonly name: string }[];
    add(
      people: readonly {
        name: string;
        email: string;
        partnerId: string;
        grants: readonly Grant[];
        administrator: boolean;
        language: Language;
        password: string;
      }[],
    ): Promise<string[]>;
  };
  readonly outputs: {
    initialise(first: {
      partnerIds: readonly string[];
      chapters(planned: {
        kind: OutputKind;
        issue: number | null;
      }): { title: string; document: (chapterId: string) => Promise<DocumentJson> }[] | null;
      complete(outputs: readonly MadeOutput[]): Promise<void>;
    }): Promise<void>;
    edit(actor: Actor, outputId: string, body: { coordinatorId: string }): Promise<unknown>;
    editChapter(
      actor: Actor,
      chapterId: string,
      body: { writerId: string | null; dueOn: string | null },
    ): Promise<unknown>;
  };
  /** Keeps an image with a chapter, as an upload would. */
  storeImage(
    chapterId: string,
    personId: string,
    bytes: Uint8Array,
  ): Promise<{ readonly src: string; readonly width: number; readonly height: number }>;
  readonly review: ReviewParts;
  /** Says who signs an output. */
  setPolicy(outputId: string, policy: SignOffPolicy): Promise<unknown>;
  readonly clock: Clock;
}

/** The tool that is written in full. */
const isWritten = ({ kind, issue }: { kind: OutputKind; issue: number | null }): boolean =>
  kind === 'guidance-tool' && issue === 1;

/** The workspace itself acts, with all rights. */
const WORKSPACE: Actor = { personId: WORKSPACE_ID, active: true, administrator: true, grants: [] };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days from now until a chapter is due, in turn; null: no date. Some are late, as in life. */
const DUE_IN = [-4, 3, 10, 12, 17, null, 24, 31, 38, null, 45, 59];

/**
 * Makes the partnership's outputs, the guidance tool “Working with schools” written in full, with people who write in it and
 * a review that has begun.
 * Does nothing on a workspace that has its outputs; one that was cut off is carried on.
 */
export async function fillDemo({
  people,
  outputs,
  storeImage,
  review,
  setPolicy,
  clock,
}: DemoParts): Promise<void> {
  const partners = people.partners();
  const partnerOf = ({ country, role }: DemoPerson): string => {
    const own = partners.filter((partner) => partner.country === country);
    const partner = role === 'author' ? own[0] : (own.at(-1) ?? own[0]);
    if (!partner) throw new Error(`No partner in ${country}.`);
    return partner.id;
  };

  /** Adds who is not there yet. @returns ids by e-mail */
  async function addPeople(made: readonly MadeOutput[]): Promise<Map<string, string>> {
    const coordinatedBy = (country: Country) =>
      made.filter((output) => output.coordinatorCountry === country).map(({ id }) => id);
    const known = new Map(people.cards().map(({ id, name }) => [name, id]));
    const missing = DEMO_PEOPLE.filter(({ name }) => !known.has(name));
    const added = await people.add(
      missing.map((person) => ({
        name: person.name,
        email: person.email,
        partnerId: partnerOf(person),
        grants: grantsOf(person, coordinatedBy(person.country)),
        administrator: person.administrator ?? false,
        language: person.language ?? 'en',
        password: DEMO_PASSWORD,
      })),
    );
    missing.forEach(({ name }, index) => {
      known.set(name, added[index] ?? '');
    });
    return new Map(DEMO_PEOPLE.map(({ email, name }) => [email, known.get(name) ?? '']));
  }

  await outputs.initialise({
    partnerIds: partners.map(({ id }) => id),
    chapters: (planned) =>
      isWritten(planned)
        ? workingWithSchools(async (chapterId) => storeImage(chapterId, WORKSPACE_ID, await drawCycle()))
        : null,
    async complete(made) {
      const ids = await addPeople(made);
      const writers = DEMO_PEOPLE.filter(({ role }) => role === 'author');
      const signatories = COUNTRIES.map((key) => {
        const idOf = (isIt: (person: DemoPerson) => boolean) =>
          ids.get(DEMO_PEOPLE.find((person) => person.country === key && isIt(person))?.email ?? '') ?? null;
        return {
          key,
          signatoryId: idOf(({ lead }) => lead === true),
          deputyId: idOf(({ role, lead }) => role === 'author' && !lead),
        };
      });
      let turn = 0;
      for (const output of made) {
        const lead = DEMO_PEOPLE.find(
          (person) => person.lead && person.country === output.coordinatorCountry,
        );
        await outputs.edit(WORKSPACE, output.id, { coordinatorId: ids.get(lead?.email ?? '') ?? '' });
        await setPolicy(output.id, { by: 'countries', days: 14, signatories });
        for (const chapter of output.chapters) {
          const writer = writers[(turn * 3) % writers.length];
          const days = DUE_IN[turn % DUE_IN.length] ?? null;
          await outputs.editChapter(WORKSPACE, chapter.id, {
            writerId: ids.get(writer?.email ?? '') ?? null,
            dueOn: days === null ? null : new Date(clock.now() + days * DAY_MS).toISOString().slice(0, 10),
          });
          turn += 1;
        }
      }
      const personOf = (address: string) => ids.get(`${address}@demo.example`) ?? '';
      const written = made.find(isWritten);
      for (const planned of REVIEW) {
        const chapter = written?.chapters.find(({ title }) => title === planned.chapter);
        if (chapter) await holdReview(review, chapter.id, planned, personOf);
      }
    },
  });
}

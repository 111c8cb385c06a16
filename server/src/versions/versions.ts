import type { Country } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import { newId, WORKSPACE_ID } from '@accord/shared/kernel/id';
import { countWordsIn } from '@accord/shared/manuscript/blocks';
import { canonicalJson, hashOfCanonicalJson } from '@accord/shared/manuscript/canonical';
import type { Contribution, Version, VersionKind } from '@accord/shared/versions/versions';
import { createChapterIndex } from '../chapter-index';
import type { Clock } from '../clock';
import { createInTurn } from '../in-turn';
import type { CommittedText, LiveChapters } from '../rooms/live-chapters';
import type { Bus, Records, UpdateLog } from '../storage/ports';
import { addedUp, contributorsOf } from './contributors';
import { VERSIONS_FILE } from './records';
import { Schedule } from './schedule';
import { decodeVersionText, encodeVersionText, type VersionText } from './version-text';

/** How long closing may go on storing automatic versions, in milliseconds; what is left is made up for at the next start. */
const CLOSE_WITHIN_MS = 2000;

/** Why a version is stored, and by whom. */
export interface Occasion {
  readonly kind: Exclude<VersionKind, 'automatic'>;
  /** Null: the workspace itself. */
  readonly personId: string | null;
  readonly name?: string;
  readonly note?: string | null;
  /** Of a restore: the version, and the block alone, that is brought back. */
  readonly of?: string;
  readonly blockId?: string | null;
}

/** The immutable versions of chapters: automatic while people write, and on occasions. */
export interface Versions {
  /** Newest first. */
  list(chapterId: string): Promise<Version[]>;
  /** Stores the committed text as a version, durably. @throws Failure('document-unreadable' | 'read-only-storage') */
  record(chapterId: string, occasion: Occasion): Promise<Version>;
  /** As `record`, of a committed text that is at hand. */
  recordText(chapterId: string, occasion: Occasion, text: CommittedText): Promise<Version>;
  /** Who has written in the chapter up to now, most first; also what no version holds yet. */
  contributors(chapterId: string): Promise<Contribution[]>;
  /** A version by its id alone. @throws Failure('not-found') */
  find(versionId: string): Promise<Version>;
  /** The text of a version. @throws Failure('not-found'), Failure('document-unreadable') when it is damaged */
  read(chapterId: string, versionId: string): Promise<VersionText>;
  /** Resolves when edits of before the start that no version holds have been found, and all versions due are stored. */
  settled(): Promise<void>;
  /** Stores the automatic versions that wait for their time, then stops. To be called while chapters can still be read. */
  close(): Promise<void>;
}

/** Opens the versions and begins to listen; edits that came before the last end without a version are made up for. */
export function createVersions({
  records,
  log,
  bus,
  chapters,
  clock,
  countryOf,
  warn,
}: {
  records: Records;
  log: Pick<UpdateLog, 'attribution' | 'documents' | 'putBlob' | 'getBlob'>;
  bus: Pick<Bus, 'subscribe'>;
  chapters: Pick<LiveChapters, 'read'> & Partial<Pick<LiveChapters, 'notify'>>;
  clock: Clock;
  /** A person's country, also when they may no longer sign in; null when there is no such person. */
  countryOf: (personId: string) => Country | null;
  /** Told of a version that could not be stored; the next one covers its time. */
  warn: (error: unknown) => void;
}): Versions {
  /** The newest step known to be committed, per chapter. */
  const latest = new Map<string, number>();
  /** What is being stored, one after the other per chapter. */
  const inTurn = createInTurn();
  const schedule = new Schedule(clock, (chapterId) => inBackground(chapterId, () => automatic(chapterId)));

  let closing = false;

  const fileOf = (chapterId: string) => records.open(VERSIONS_FILE, chapterId);
  const index = createChapterIndex(records, VERSIONS_FILE, (file) => file.versions.map(({ id }) => id), warn);

  function inBackground(chapterId: string, work: () => Promise<unknown>): void {
    inTurn(chapterId, work).catch(warn);
  }

  /** Stores the committed text as a version; an automatic one only when it differs from the newest. */
  async function store(
    chapterId: string,
    occasion: Occasion | { readonly kind: 'automatic'; readonly personId: null },
    text?: CommittedText,
  ): Promise<Version | null> {
    const file = await fileOf(chapterId);
    const previous = file.read().versions.at(-1);
    const { seq, json, state } = text ?? (await chapters.read(chapterId));
    const canonical = canonicalJson(json);
    const hash = hashOfCanonicalJson(canonical);
    const at = clock.now();
    if (occasion.kind === 'automatic') {
      schedule.automatic(chapterId, at);
      if (previous?.hash === hash || (!previous && seq === 0)) return null;
    }
    const version: Version = {
      id: newId(),
      chapterId,
      kind: occasion.kind,
      name: 'name' in occasion ? (occasion.name ?? null) : null,
      note: 'note' in occasion ? (occasion.note ?? null) : null,
      at: new Date(at).toISOString(),
      personId: occasion.personId,
      contributors: await writtenSince(previous, chapterId, { seq, state }),
      hash,
      seq,
      words: countWordsIn(json),
      of: 'of' in occasion ? (occasion.of ?? null) : null,
      blockId: 'blockId' in occasion ? (occasion.blockId ?? null) : null,
    };
    // The text first: a crash in between leaves an unlisted text, never a listed version without one.
    await log.putBlob(blobKey(version.id), encodeVersionText(canonical, state));
    await file.commit((draft) => {
      draft.versions.push(version);
    });
    index.add(version.id, chapterId);
    if ((latest.get(chapterId) ?? 0) <= seq) schedule.covered(chapterId);
    chapters.notify?.(chapterId, 'versions');
    return version;
  }

  /** Who wrote what after a version (without one: from the beginning) up to the text `seq`. */
  async function writtenSince(
    version: Version | undefined,
    chapterId: string,
    { seq, state }: { seq: number; state: Uint8Array },
  ): Promise<Contribution[]> {
    const afterSeq = version?.seq ?? 0;
    const before = async () => (version ? stateOf(version) : null);
    const attribution = await log.attribution(chapterId, afterSeq);
    return contributorsOf(attribution, { afterSeq, uptoSeq: seq, before, state }, countryOf);
  }

  /** The state of a version; null with a warning when it can't be read: amounts are then too high rather than missing. */
  async function stateOf({ id, hash }: Version): Promise<Uint8Array | null> {
    try {
      const blob = await log.getBlob(blobKey(id));
      return blob && decodeVersionText(blob, hash).state;
    } catch (error) {
      warn(error);
      return null;
    }
  }

  const automatic = (chapterId: string) => store(chapterId, { kind: 'automatic', personId: null });

  /** What the workspace writes into a new chapter is its first version; people's edits wait for a pause. */
  const created = async (chapterId: string, at: number): Promise<void> => {
    if ((await fileOf(chapterId)).read().versions.length > 0) schedule.edited(chapterId, at);
    else await store(chapterId, { kind: 'created', personId: null });
  };

  const ownWork = (personIds: readonly string[]): boolean => personIds.every((id) => id === WORKSPACE_ID);

  const unsubscribe = bus.subscribe('text-committed', ({ chapterId, seq, personIds, at }) => {
    latest.set(chapterId, Math.max(seq, latest.get(chapterId) ?? 0));
    if (ownWork(personIds)) inBackground(chapterId, () => created(chapterId, at));
    else schedule.edited(chapterId, at);
  });

  /** Finds what was written before the last end and stands in no version. */
  async function makeUp(): Promise<void> {
    for (const chapterId of await log.documents()) {
      if (closing) return;
      await inTurn(chapterId, async () => {
        const { versions } = (await fileOf(chapterId)).read();
        const automaticOne = versions.findLast(({ kind }) => kind === 'automatic');
        if (automaticOne) schedule.automatic(chapterId, Date.parse(automaticOne.at));
        const newest = versions.at(-1);
        const left = await log.attribution(chapterId, newest?.seq ?? 0);
        const last = left.at(-1);
        if (!last) return;
        if (!newest && ownWork(left.map(({ personId }) => personId))) await created(chapterId, last.at);
        else schedule.edited(chapterId, last.at);
      }).catch(warn);
    }
  }
  const madeUp = makeUp().catch(warn);

  return {
    list: async (chapterId) => (await fileOf(chapterId)).read().versions.toReversed(),

    async contributors(chapterId) {
      const { versions } = (await fileOf(chapterId)).read();
      const recent = await writtenSince(versions.at(-1), chapterId, await chapters.read(chapterId));
      return addedUp([...versions.map(({ contributors }) => contributors), recent]);
    },

    record: (chapterId, occasion) =>
      inTurn(chapterId, async () => (await store(chapterId, occasion)) as Version),

    recordText: (chapterId, occasion, text) =>
      inTurn(chapterId, async () => (await store(chapterId, occasion, text)) as Version),

    async find(versionId) {
      const file = await fileOf(await index.chapterOf(versionId));
      const version = file.read().versions.find(({ id }) => id === versionId);
      if (!version) throw new Failure('not-found', 'No such version.');
      return version;
    },

    async read(chapterId, versionId) {
      const version = (await fileOf(chapterId)).read().versions.find(({ id }) => id === versionId);
      const blob = version && (await log.getBlob(blobKey(version.id)));
      if (!version || !blob) throw new Failure('not-found', 'No such version.');
      return decodeVersionText(blob, version.hash);
    },

    async settled() {
      await madeUp;
      await inTurn.idle();
    },

    async close() {
      closing = true;
      unsubscribe();
      const until = performance.now() + CLOSE_WITHIN_MS;
      for (const chapterId of schedule.stop()) {
        if (performance.now() > until) break;
        await inTurn(chapterId, () => automatic(chapterId)).catch(warn);
      }
      await inTurn.idle();
      await madeUp;
    },
  };
}

const blobKey = (versionId: string): string => `version/${versionId}`;

import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@accord/server/clock';
import { openStorage } from '@accord/server/storage/open-storage';
import type { Storage } from '@accord/server/storage/ports';
import { createVersions } from '@accord/server/versions/versions';
import type { Country } from '@accord/shared/access/role';
import { bold, document, heading, paragraph } from '@accord/shared/manuscript/build';
import { canonicalJson } from '@accord/shared/manuscript/canonical';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import type { Version } from '@accord/shared/versions/versions';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import type { Visitor } from '../workspace';
import { startWorkspace } from '../workspace';
import { createWrittenChapters } from './written-chapters';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CHAPTER = 'chapter1';
const COUNTRIES: Record<string, Country> = { aino: 'FI', jean: 'FR', greta: 'DE' };

/** Versions over `storage`; what was warned of is kept. */
function open(storage: Storage, failing: { read?: boolean } = {}) {
  const written = createWrittenChapters(storage);
  const warnings: unknown[] = [];
  const versions = createVersions({
    ...storage,
    clock: systemClock,
    chapters: {
      read: async (chapterId) => {
        if (failing.read) throw new Error('not now');
        return written.chapters.read(chapterId);
      },
    },
    countryOf: (personId) => COUNTRIES[personId] ?? null,
    warn: (error) => warnings.push(error),
  });
  /** Lets time pass, and what falls due in it happen. */
  const pass = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= 5 * SECOND) {
      await vi.advanceTimersByTimeAsync(Math.min(left, 5 * SECOND));
      await versions.settled();
    }
    await versions.settled();
  };
  const kinds = async () => (await versions.list(CHAPTER)).map(({ kind }) => kind);
  return { ...written, storage, versions, warnings, pass, kinds };
}

const inMemory = async () => open(await openStorage({ kind: 'memory' }));

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-11-24T09:00:00Z'),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('[V1] automatic versions', () => {
  it('come after a minute without an edit, not before', async () => {
    const { type, pass, kinds } = await inMemory();
    await type(CHAPTER, 'aino', 'Hello');
    await pass(50 * SECOND);
    await type(CHAPTER, 'aino', ' world');
    await pass(55 * SECOND);
    expect(await kinds()).toEqual([]);
    await pass(10 * SECOND);
    expect(await kinds()).toEqual(['automatic']);
  });

  it('come every ten minutes to a chapter in which somebody always writes', async () => {
    const { type, pass, versions } = await inMemory();
    for (let minute = 0; minute < 35; minute += 0.5) {
      await type(CHAPTER, minute % 2 ? 'aino' : 'jean', 'more ');
      await pass(30 * SECOND);
    }
    const times = (await versions.list(CHAPTER)).map(({ at }) => Date.parse(at)).reverse();
    expect(times).toHaveLength(3);
    times.slice(1).forEach((at, index) => {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
      expect(at - (times[index] ?? 0)).toBeLessThan(11 * MINUTE);
    });
  });

  it('are at most one in ten minutes, however often somebody pauses', async () => {
    const { type, pass, versions } = await inMemory();
    for (let round = 0; round < 12; round++) {
      await type(CHAPTER, 'aino', `round ${round} `);
      await pass(2 * MINUTE);
    }
    const times = (await versions.list(CHAPTER)).map(({ at }) => Date.parse(at)).reverse();
    expect(times.length).toBeGreaterThanOrEqual(2);
    times.slice(1).forEach((at, index) => {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
    });
    await pass(10 * MINUTE);
    const [newest] = await versions.list(CHAPTER);
    expect((await versions.read(CHAPTER, newest?.id ?? '')).json).toEqual(
      expect.objectContaining({ content: [expect.anything()] }),
    );
    expect(newest?.seq).toBe(12);
  });

  it('do not come where nothing changed, nor where all was taken back', async () => {
    const { type, erase, pass, kinds } = await inMemory();
    await type(CHAPTER, 'aino', 'Hello');
    await pass(2 * MINUTE);
    await pass(60 * MINUTE);
    expect(await kinds()).toEqual(['automatic']);
    await type(CHAPTER, 'aino', '');
    await type(CHAPTER, 'jean', ' you');
    await erase(CHAPTER, 'jean', 9);
    await type(CHAPTER, 'jean', 'Hello');
    await pass(60 * MINUTE);
    expect(await kinds()).toEqual(['automatic']);
  });

  it('[D16] come though the clock was set back a day', async () => {
    const { type, pass, kinds } = await inMemory();
    await type(CHAPTER, 'aino', 'Hello');
    await pass(2 * MINUTE);
    vi.setSystemTime(Date.now() - 24 * 60 * MINUTE);
    await type(CHAPTER, 'aino', ' again');
    await pass(2 * MINUTE);
    expect(await kinds()).toEqual(['automatic', 'automatic']);
  });

  it('of several chapters do not wait for each other', async () => {
    const { type, pass, versions } = await inMemory();
    await type(CHAPTER, 'aino', 'one');
    await pass(30 * SECOND);
    await type('chapter2', 'jean', 'two');
    await pass(40 * SECOND);
    expect(await versions.list(CHAPTER)).toHaveLength(1);
    expect(await versions.list('chapter2')).toHaveLength(0);
    await pass(40 * SECOND);
    expect(await versions.list('chapter2')).toHaveLength(1);
  });

  it('that could not be stored are told of, and the next one covers their time', async () => {
    const failing = { read: true };
    const { type, pass, versions, warnings } = open(await openStorage({ kind: 'memory' }), failing);
    await type(CHAPTER, 'aino', 'Hello');
    await pass(2 * MINUTE);
    expect(warnings).toHaveLength(1);
    failing.read = false;
    await type(CHAPTER, 'jean', ' world');
    await pass(2 * MINUTE);
    const [version] = await versions.list(CHAPTER);
    expect(version?.contributors.map(({ personId }) => personId).sort()).toEqual(['aino', 'jean']);
  });
});

describe('the first version', () => {
  it('is what the workspace wrote into the new chapter, at once, with nobody as contributor', async () => {
    const { seed, versions } = await inMemory();
    await seed(CHAPTER, document(heading(1, 'Purpose'), paragraph('What this tool is for.')));
    await versions.settled();
    const [version] = await versions.list(CHAPTER);
    expect(version).toMatchObject({ kind: 'created', personId: null, contributors: [], seq: 1, words: 6 });
  });

  it('is made at the next start when the process ended before', async () => {
    const storage = await openStorage({ kind: 'memory' });
    await createWrittenChapters(storage).seed(CHAPTER, document(paragraph('Template')));
    const { versions, kinds } = open(storage);
    await versions.settled();
    expect(await kinds()).toEqual(['created']);
  });
});

describe('named versions', () => {
  it('are stored at any time, with name, note and person, newest first', async () => {
    const { seed, type, versions } = await inMemory();
    await seed(CHAPTER, document(paragraph('Start')));
    await versions.settled();
    await type(CHAPTER, 'aino', ' more');
    const first = await versions.record(CHAPTER, {
      kind: 'named',
      personId: 'aino',
      name: 'For Paris',
      note: 'sent',
    });
    const again = await versions.record(CHAPTER, { kind: 'named', personId: 'jean', name: 'Same text' });
    expect(first).toMatchObject({ kind: 'named', name: 'For Paris', note: 'sent', personId: 'aino', seq: 2 });
    expect(again).toMatchObject({ name: 'Same text', note: null, personId: 'jean', contributors: [] });
    expect(again.hash).toBe(first.hash);
    expect((await versions.list(CHAPTER)).map(({ kind, name }) => name ?? kind)).toEqual([
      'Same text',
      'For Paris',
      'created',
    ]);
  });

  it('cover what was typed: no automatic one follows them', async () => {
    const { type, versions, pass, kinds } = await inMemory();
    await type(CHAPTER, 'aino', 'Hello');
    await versions.record(CHAPTER, { kind: 'named', personId: 'aino', name: 'Now' });
    await pass(20 * MINUTE);
    expect(await kinds()).toEqual(['named']);
    await type(CHAPTER, 'aino', ' and on');
    await pass(2 * MINUTE);
    expect(await kinds()).toEqual(['automatic', 'named']);
  });

  it('asked for by two people at once are both stored, and count nobody twice', async () => {
    const { type, versions } = await inMemory();
    await type(CHAPTER, 'aino', 'Hello');
    await Promise.all(
      ['one', 'two'].map((name) => versions.record(CHAPTER, { kind: 'named', personId: 'aino', name })),
    );
    const [second, first] = await versions.list(CHAPTER);
    expect([first?.name, second?.name]).toEqual(['one', 'two']);
    expect(first?.contributors).toHaveLength(1);
    expect(second?.contributors).toEqual([]);
  });
});

describe('[V2] contributors', () => {
  it('are who inserted and deleted since the last version, by the log, with their country', async () => {
    const { seed, type, erase, versions } = await inMemory();
    await seed(CHAPTER, document(paragraph('Template')));
    await versions.settled();
    await type(CHAPTER, 'aino', 'abcdefgh');
    await erase(CHAPTER, 'jean', 3);
    await type(CHAPTER, 'jean', 'x');
    const first = await versions.record(CHAPTER, { kind: 'named', personId: 'greta', name: 'one' });
    expect(first.contributors).toEqual([
      { personId: 'aino', country: 'FI', inserted: 8, deleted: 0 },
      { personId: 'jean', country: 'FR', inserted: 1, deleted: 3 },
    ]);
    await type(CHAPTER, 'greta', 'yy');
    const second = await versions.record(CHAPTER, { kind: 'named', personId: 'greta', name: 'two' });
    expect(second.contributors).toEqual([{ personId: 'greta', country: 'DE', inserted: 2, deleted: 0 }]);
  });

  it('of the chapter are everybody who wrote up to now, also what no version holds yet, most first', async () => {
    const { seed, type, erase, versions } = await inMemory();
    await seed(CHAPTER, document(paragraph('Template')));
    expect(await versions.contributors(CHAPTER)).toEqual([]);
    await type(CHAPTER, 'aino', 'abc');
    expect(await versions.contributors(CHAPTER)).toEqual([
      { personId: 'aino', country: 'FI', inserted: 3, deleted: 0 },
    ]);
    await versions.record(CHAPTER, { kind: 'named', personId: 'greta', name: 'one' });
    await type(CHAPTER, 'jean', 'abcdefgh');
    await erase(CHAPTER, 'aino', 2);
    expect(await versions.contributors(CHAPTER)).toEqual([
      { personId: 'jean', country: 'FR', inserted: 8, deleted: 0 },
      { personId: 'aino', country: 'FI', inserted: 3, deleted: 2 },
    ]);
  });

  it('are known though the log was compacted in between', async () => {
    const { type, versions, compact } = await inMemory();
    await type(CHAPTER, 'aino', 'abc');
    await compact(CHAPTER);
    await type(CHAPTER, 'jean', 'de');
    await compact(CHAPTER);
    const version = await versions.record(CHAPTER, { kind: 'named', personId: 'greta', name: 'one' });
    expect(version.contributors.map(({ personId }) => personId)).toEqual(['aino', 'jean']);
  });

  it('count nothing twice though a compaction joined what was typed on both sides of a version', async () => {
    const { type, erase, versions, compact } = await inMemory();
    const named = (name: string) =>
      versions.record(CHAPTER, { kind: 'named', personId: 'greta', name }).then((one) => one.contributors);
    await type(CHAPTER, 'aino', 'abcdef');
    await erase(CHAPTER, 'aino', 1);
    const first = await named('one');
    await type(CHAPTER, 'aino', 'gh');
    await erase(CHAPTER, 'aino', 2);
    await compact(CHAPTER);
    const second = await named('two');
    expect(first).toEqual([{ personId: 'aino', country: 'FI', inserted: 8, deleted: 1 }]);
    expect(second).toEqual([{ personId: 'aino', country: 'FI', inserted: 2, deleted: 2 }]);
  });
});

describe('[V8] the text of a version', () => {
  it('is whole: JSON and Yjs state give the same text, which the hash names', async () => {
    const { seed, type, versions } = await inMemory();
    await seed(CHAPTER, document(heading(1, 'Purpose'), paragraph(['Plain and ', bold('bold')])));
    await type(CHAPTER, 'aino', ' and more');
    const version = await versions.record(CHAPTER, { kind: 'named', personId: 'aino', name: 'one' });
    await type(CHAPTER, 'jean', ' later words');
    const { json, state } = await versions.read(CHAPTER, version.id);
    expect(JSON.stringify(json)).toContain('Purpose and more');
    expect(JSON.stringify(json)).not.toContain('later');
    expect(createHash('sha256').update(canonicalJson(json)).digest('hex')).toBe(version.hash);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    expect(canonicalJson(yjsToJson(doc.getXmlFragment(FRAGMENT)))).toBe(canonicalJson(json));
  });

  it('is refused when it does not fit its hash, and not found under another chapter', async () => {
    const { storage, type, versions } = await inMemory();
    await type(CHAPTER, 'aino', 'one');
    const one = await versions.record(CHAPTER, { kind: 'named', personId: 'aino', name: 'one' });
    await type(CHAPTER, 'aino', 'two');
    const two = await versions.record(CHAPTER, { kind: 'named', personId: 'aino', name: 'two' });
    await expect(versions.read('chapter2', one.id)).rejects.toMatchObject({ code: 'not-found' });
    const other = await storage.log.getBlob(`version/${two.id}`);
    await storage.log.putBlob(`version/${one.id}`, other ?? new Uint8Array());
    await expect(versions.read(CHAPTER, one.id)).rejects.toMatchObject({ code: 'document-unreadable' });
  });
});

describe('the end and the next start', () => {
  const folderOnDisk = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accord-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };

  it('closing stores what waits for its pause', async () => {
    const { type, versions, kinds } = await inMemory();
    await type(CHAPTER, 'aino', 'Hello');
    await versions.close();
    expect(await kinds()).toEqual(['automatic']);
    await type(CHAPTER, 'aino', ' after the end');
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(await kinds()).toEqual(['automatic']);
  });

  it('what was written before a crash is in a version soon after the next start', async () => {
    const folder = await folderOnDisk();
    const before = await openStorage({ kind: 'embedded', folder });
    const first = open(before);
    await first.type(CHAPTER, 'aino', 'Hello');
    const named = await first.versions.record(CHAPTER, { kind: 'named', personId: 'aino', name: 'one' });
    await first.type(CHAPTER, 'jean', ' world');
    await before.close(); // no word to the versions: as if killed

    const storage = await openStorage({ kind: 'embedded', folder });
    onTestFinished(() => storage.close());
    const { versions, pass } = open(storage);
    await pass(2 * MINUTE);
    const [automatic, stored] = await versions.list(CHAPTER);
    expect(stored).toEqual(named);
    expect(automatic).toMatchObject({ kind: 'automatic', seq: 2 });
    expect(automatic?.contributors).toEqual([{ personId: 'jean', country: 'FR', inserted: 6, deleted: 0 }]);
    expect(JSON.stringify((await versions.read(CHAPTER, automatic?.id ?? '')).json)).toContain('Hello world');
    await versions.close();
  });

  it('a start without anything new stores nothing', async () => {
    const storage = await openStorage({ kind: 'memory' });
    const first = open(storage);
    await first.type(CHAPTER, 'aino', 'Hello');
    await first.versions.close();
    const { pass, kinds } = open(storage);
    await pass(60 * MINUTE);
    expect(await kinds()).toEqual(['automatic']);
  });
});

it('[P1] versions are kept by who may write and listed for who may read, over HTTP', async () => {
  vi.useRealTimers();
  const { administrator, person } = await startWorkspace();
  const root = await administrator();
  const { body: outputs } = await root.ask<{ id: string; chapters: { id: string }[] }[]>(
    'GET',
    '/api/outputs',
  );
  const [output, other] = outputs;
  const path = `/api/chapters/${output?.chapters[0]?.id}/versions`;
  const withRole = (role: 'reader' | 'author', outputId = '') =>
    person({
      email: `${role}-${outputId === output?.id}@example.org`,
      grants: [{ role, outputId, chapterId: null, language: null }],
    });
  const reader = await withRole('reader', output?.id);
  const author = await withRole('author', output?.id);
  const stranger = await withRole('author', other?.id);
  const keep = (who: Visitor, body: object = { name: ' For Paris ' }) => who.ask<Version>('POST', path, body);
  expect((await keep(reader)).status).toBe(403);
  expect((await keep(stranger)).status).toBe(404);
  expect((await keep(author, { name: '' })).status).toBe(422);
  const { status, body } = await keep(author);
  expect(status).toBe(200);
  expect(body).toMatchObject({ kind: 'named', name: 'For Paris', note: null, personId: author.id });
  const listed = await reader.ask<Version[]>('GET', path);
  expect(listed.body.map(({ kind }) => kind)).toEqual(['named', 'created']);
  expect((await stranger.ask('GET', path)).status).toBe(404);
});

import type { Disk } from '@accord/server/storage/embedded/disk';
import { openStorage } from '@accord/server/storage/open-storage';
import type { Operation, OrderedStore } from '@accord/server/storage/ordered-store';
import { describe, expect, it } from 'vitest';
import { newFolder, notes, openForTest } from '../adapters';
import { entry, only } from '../entries';

/** A store whose writes wait for the test, fail on demand, and are counted. */
function controlled() {
  const state = { writes: [] as (readonly Operation[])[], failing: false, gate: Promise.resolve() };
  const wrap = (real: OrderedStore): OrderedStore => ({
    ...real,
    async write(operations) {
      state.writes.push(operations);
      await state.gate;
      if (state.failing) throw new Error('input/output error');
      await real.write(operations);
    },
  });
  return { state, wrap };
}

function opener() {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

describe('group commit', () => {
  it('an idle log writes at once; what comes meanwhile is one next write', async () => {
    const { state, wrap } = controlled();
    const { log } = await openForTest({
      kind: 'embedded',
      folder: await newFolder(),
      faults: { store: wrap },
    });
    await log.append(only('one', entry([0])));
    const { gate, open } = opener();
    state.gate = gate;
    state.writes.length = 0;
    const calls = [1, 2, 3, 4].map((n) => log.append(only(`doc${n % 2}`, entry([n]))));
    calls.push(log.append(only('one', entry([5]))));
    const journal = log.appendJournal('audit', 'with the rest');
    open();
    await Promise.all([...calls, journal]);
    expect(state.writes).toHaveLength(2);
    expect(state.writes[1]?.filter(({ key }) => key.includes('/4entry/'))).toHaveLength(4);
  });

  it('nobody can load what is not on disk yet', async () => {
    const { state, wrap } = controlled();
    const { log } = await openForTest({
      kind: 'embedded',
      folder: await newFolder(),
      faults: { store: wrap },
    });
    await log.append(only('one', entry([1])));
    const { gate, open } = opener();
    state.gate = gate;
    const under = log.append(only('one', entry([2])));
    expect((await log.load('one'))?.tail).toHaveLength(1);
    expect(await log.attribution('one')).toHaveLength(1);
    open();
    await under;
    expect((await log.load('one'))?.tail).toHaveLength(2);
  });

  it('a compaction asked for while its last step is being written waits for it', async () => {
    const { state, wrap } = controlled();
    const { log } = await openForTest({
      kind: 'embedded',
      folder: await newFolder(),
      faults: { store: wrap },
    });
    const { gate, open } = opener();
    state.gate = gate;
    const under = log.append(only('one', entry([1])));
    const compacted = log.compact('one', 1, Uint8Array.of(1));
    open();
    await under;
    await compacted;
    expect(await log.load('one')).toMatchObject({ baseSeq: 1, tail: [] });
  });
});

describe('[D3] a commit of the log that fails', () => {
  it('acknowledges nothing, then and ever after, and says that it is read-only', async () => {
    const folder = await newFolder();
    const { state, wrap } = controlled();
    const storage = await openForTest({ kind: 'embedded', folder, faults: { store: wrap } });
    const { log } = storage;
    await log.append(only('one', entry([1])));
    expect(log.readOnly).toBe(false);
    state.failing = true;
    const { gate, open } = opener();
    state.gate = gate;
    const calls = [
      log.append(only('one', entry([2]))),
      log.append(only('two', entry([1]))),
      log.putBlob('b', Uint8Array.of(1)),
      log.appendJournal('audit', 'x'),
    ];
    open();
    const outcomes = await Promise.allSettled(calls);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'read-only-storage' } });
    }
    expect(log.readOnly).toBe(true);

    state.failing = false;
    const tried = state.writes.length;
    for (const call of [
      () => log.append(only('one', entry([3]))),
      () => log.compact('one', 1, Uint8Array.of(1)),
      () => log.bumpGeneration('one'),
      () => log.putBlob('b', Uint8Array.of(1)),
      () => log.appendJournal('audit', 'x'),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'read-only-storage' });
    }
    expect(state.writes).toHaveLength(tried);

    expect((await log.load('one'))?.tail.map(({ seq }) => seq)).toEqual([1]);
    expect(await log.load('two')).toBeNull();
    await storage.close();
    const again = await openForTest({ kind: 'embedded', folder });
    expect(again.log.readOnly).toBe(false);
    expect((await again.log.load('one'))?.tail.map(({ seq }) => seq)).toEqual([1]);
    expect(await again.log.append(only('one', entry([2])))).toEqual(new Map([['one', 2]]));
  });

  it('a call that is wrong in itself fails alone', async () => {
    const { log } = await openForTest({ kind: 'embedded', folder: await newFolder() });
    const [bad, good] = await Promise.allSettled([
      log.append(only('not/an/id', entry([1]))),
      log.append(only('one', entry([1]))),
    ]);
    expect(bad.status).toBe('rejected');
    expect(good.status).toBe('fulfilled');
    expect(log.readOnly).toBe(false);
  });
});

describe('[D3] a commit of records that fails', () => {
  it.each(['create', 'rename', 'syncFolder'] as const)(
    'at %s is rolled back in memory, and never seen',
    async (operation) => {
      const folder = await newFolder();
      let failing = false;
      const disk = (real: Disk): Disk => ({
        ...real,
        [operation]: async (...given: [never, never]) => {
          if (failing) throw new Error('no space left on device');
          return real[operation](...given);
        },
      });
      const storage = await openForTest({ kind: 'embedded', folder, faults: { disk } });
      const scope = await storage.records.open(notes);
      await scope.commit((draft) => {
        draft.notes.a = { text: 'kept', tags: [] };
      });
      failing = true;
      const refused = scope.commit((draft) => {
        draft.notes.a = { text: 'lost', tags: [] };
      });
      expect(scope.read().notes.a?.text).toBe('kept');
      await expect(refused).rejects.toMatchObject({ code: 'read-only-storage' });
      expect(scope.read().notes.a?.text).toBe('kept');
      // One that comes after sees the rolled back records; it goes through unless the folder itself is in doubt.
      failing = false;
      const next = scope.commit((draft) => {
        draft.notes.b = { text: `after ${draft.notes.a?.text}`, tags: [] };
      });
      if (operation === 'syncFolder') await expect(next).rejects.toMatchObject({ code: 'read-only-storage' });
      else {
        await next;
        expect(scope.read().notes.b?.text).toBe('after kept');
      }
    },
  );

  it('is visible to nobody before it is on disk', async () => {
    const folder = await newFolder();
    const { gate, open } = opener();
    let reached = (): void => undefined;
    const renaming = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const disk = (real: Disk): Disk => ({
      ...real,
      rename: async (from, to) => {
        if (to.endsWith('notes.json')) {
          reached();
          await gate;
        }
        await real.rename(from, to);
      },
    });
    const storage = await openForTest({ kind: 'embedded', folder, faults: { disk } });
    const scope = await storage.records.open(notes);
    const under = scope.commit((draft) => {
      draft.notes.a = { text: 'one', tags: [] };
    });
    await renaming;
    expect(scope.read()).toEqual({ notes: {} });
    open();
    await under;
    expect(scope.read().notes.a?.text).toBe('one');
  });

  it('a records commit stands though the log can no longer note it', async () => {
    const folder = await newFolder();
    const { state, wrap } = controlled();
    const warnings: string[] = [];
    const storage = await openForTest({ kind: 'embedded', folder, faults: { store: wrap } }, warnings);
    const scope = await storage.records.open(notes);
    state.failing = true;
    await scope.commit((draft) => {
      draft.notes.a = { text: 'on disk', tags: [] };
    });
    expect(warnings).toHaveLength(1);
    await storage.close();
    const again = await openStorage({ kind: 'embedded', folder });
    expect((await again.records.open(notes)).read().notes.a?.text).toBe('on disk');
    await again.close();
  });
});

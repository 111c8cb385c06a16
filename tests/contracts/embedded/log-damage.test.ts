import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDamage } from '@accord/server/storage/embedded/write-ahead-check';
import { openStorage } from '@accord/server/storage/open-storage';
import type { OrderedStore } from '@accord/server/storage/ordered-store';
import type { Storage } from '@accord/server/storage/ports';
import { describe, expect, it } from 'vitest';
import { newFolder, openForTest } from '../adapters';
import { entry, only } from '../entries';

/** Text that is easy to find again among the bytes on disk, and long enough to be hit. */
const words = (text: string) => [...new TextEncoder().encode(text.repeat(8))];

/** Opens a folder so that the test can reach under the log. */
async function openWithStore(folder: string): Promise<{ storage: Storage; store: OrderedStore }> {
  let store: OrderedStore | undefined;
  const storage = await openForTest({
    kind: 'embedded',
    folder,
    faults: {
      store: (real) => {
        store = real;
        return real;
      },
    },
  });
  if (!store) throw new Error('no store');
  return { storage, store };
}

/** Flips a byte of the first occurrence of `text` in the file. */
async function flip(file: string, text: string, offset = 3): Promise<void> {
  const bytes = await readFile(file);
  const at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(0);
  bytes[at + offset] = (bytes[at + offset] ?? 0) ^ 0x10;
  await writeFile(file, bytes);
}

async function newestFile(folder: string): Promise<string> {
  const names = (await readdir(join(folder, 'log'))).filter((name) => name.endsWith('.log')).sort();
  return join(folder, 'log', names.at(-1) ?? '');
}

describe('[D4] damage under the log', () => {
  async function three() {
    const folder = await newFolder();
    const { storage, store } = await openWithStore(folder);
    for (const id of ['one', 'two']) {
      for (const n of [1, 2, 3, 4]) await storage.log.append(only(id, entry([n], { inserted: [[7, n, 1]] })));
    }
    return { log: storage.log, store };
  }
  const entryKey = (seq: number) => `d/one/4entry/${String(seq).padStart(10, '0')}`;

  it('a flipped byte refuses that document only; its text before the fault can be extracted', async () => {
    const { log, store } = await three();
    const bytes = (await store.get(entryKey(3))) ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await store.write([{ type: 'put', key: entryKey(3), value: flipped }]);
      await expect(log.load('one')).rejects.toMatchObject({ code: 'document-unreadable' });
    }
    const { document, problem } = await log.salvage('one');
    expect(document?.tail.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(problem).toContain('0000000003');
    expect((await log.load('two'))?.tail).toHaveLength(4);
    await expect(log.compact('one', 4, Uint8Array.of(1))).rejects.toMatchObject({
      code: 'document-unreadable',
    });
    await expect(log.attribution('one')).rejects.toMatchObject({ code: 'document-unreadable' });
  });

  it.each([
    [1, []],
    [3, [1, 2]],
    [4, [1, 2, 3]],
  ])('a hole at step %i refuses that document only', async (missing, readable) => {
    const { log, store } = await three();
    await store.write([{ type: 'del', key: entryKey(missing) }]);
    await expect(log.load('one')).rejects.toMatchObject({
      code: 'document-unreadable',
      message: expect.stringContaining(`Step ${missing} is missing`),
    });
    const { document } = await log.salvage('one');
    expect(document?.tail.map(({ seq }) => seq) ?? []).toEqual(readable);
    expect((await log.load('two'))?.tail).toHaveLength(4);
    await expect(log.compact('one', 4, Uint8Array.of(1))).rejects.toMatchObject({
      code: 'document-unreadable',
    });
  });

  it('an entry under another number, or of another document, does not pass', async () => {
    const { log, store } = await three();
    const strange = await store.get('d/two/4entry/0000000003');
    await store.write([{ type: 'put', key: entryKey(3), value: strange ?? new Uint8Array() }]);
    await expect(log.load('one')).rejects.toMatchObject({ code: 'document-unreadable' });
  });

  it.each(['1head', '3base'])(
    'a lost or flipped %s refuses the document, before and after an append',
    async (part) => {
      for (const value of [undefined, Uint8Array.of(1, 2), Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1)]) {
        const { log, store } = await three();
        await log.compact('one', 2, Uint8Array.of(9));
        const key = `d/one/${part}`;
        await store.write([value ? { type: 'put', key, value } : { type: 'del', key }]);
        await expect(log.load('one')).rejects.toMatchObject({ code: 'document-unreadable' });
        await log.append(only('two', entry([5])));
        expect((await log.load('two'))?.tail).toHaveLength(5);
      }
    },
  );

  it('a damaged owner, blob or journal entry is refused, not passed on', async () => {
    const { log, store } = await three();
    await log.append(only('two', entry([5], { claimed: [7] })));
    await log.putBlob('version/a', Uint8Array.of(1, 2, 3));
    await log.appendJournal('audit', { who: 'aino' });
    for (const key of ['d/two/2owner/7', 'x/version/a', 'j/audit/0000000001']) {
      const value = (await store.get(key)) ?? new Uint8Array();
      await store.write([{ type: 'put', key, value: value.map((byte, at) => (at === 5 ? byte ^ 4 : byte)) }]);
    }
    await expect(log.load('two')).rejects.toMatchObject({ code: 'document-unreadable' });
    await expect(log.getBlob('version/a')).rejects.toMatchObject({ code: 'document-unreadable' });
    await expect(log.readJournal('audit')).rejects.toMatchObject({ code: 'document-unreadable' });
  });
});

describe('[D4] damage to the file of the newest commits', () => {
  /** Three documents of two steps each, closed. */
  async function closed(): Promise<string> {
    const folder = await newFolder();
    const storage = await openStorage({ kind: 'embedded', folder });
    for (const id of ['alpha', 'beta', 'gamma']) {
      for (const n of [1, 2]) await storage.log.append(only(id, entry(words(`<${id} ${n}>`))));
    }
    await storage.close();
    return folder;
  }

  it.each(['alpha', 'beta', 'gamma'])(
    'a flipped byte in the last step of %s is never silently forgotten',
    async (hit) => {
      const folder = await closed();
      await flip(await newestFile(folder), `<${hit} 2>`);
      const warnings: string[] = [];
      const { log } = await openForTest({ kind: 'embedded', folder }, warnings);
      await expect(log.load(hit)).rejects.toMatchObject({ code: 'document-unreadable' });
      expect((await log.salvage(hit)).document?.tail.map(({ seq }) => seq)).toEqual([1]);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(hit);
      await expect(log.append(only(hit, entry([1])))).rejects.toMatchObject({ code: 'document-unreadable' });
      // What LevelDB dropped behind the flip in the same block is refused too; what stood before is whole.
      for (const id of ['alpha', 'beta', 'gamma'].filter((each) => each < hit)) {
        expect((await log.load(id))?.tail).toHaveLength(2);
      }
    },
  );

  it('the refusal outlives further restarts', async () => {
    const folder = await closed();
    await flip(await newestFile(folder), '<gamma 2>');
    for (let starts = 0; starts < 2; starts++) {
      const storage = await openStorage({ kind: 'embedded', folder, warn: () => undefined });
      await expect(storage.log.load('gamma')).rejects.toMatchObject({ code: 'document-unreadable' });
      expect((await storage.log.load('alpha'))?.tail).toHaveLength(2);
      await storage.close();
    }
  });

  it('a document whose only commit was lost is refused, not new and empty', async () => {
    const folder = await closed();
    await flip(await newestFile(folder), '<alpha 1>');
    const { log } = await openForTest({ kind: 'embedded', folder });
    await expect(log.load('alpha')).rejects.toMatchObject({ code: 'document-unreadable' });
    expect(await log.documents()).toContain('alpha');
  });

  it('a tail torn off anywhere in the last commit is no damage: that commit was never acknowledged', async () => {
    const folder = await closed();
    const file = await newestFile(folder);
    const bytes = await readFile(file);
    const lastCommit = bytes.lastIndexOf('d/gamma/4entry/');
    for (const length of [bytes.length - 1, lastCommit + 20, lastCommit, lastCommit - 10]) {
      await writeFile(file, bytes.subarray(0, length));
      expect(findDamage(bytes.subarray(0, length))).toEqual([]);
    }
    const warnings: string[] = [];
    const { log } = await openForTest({ kind: 'embedded', folder }, warnings);
    expect((await log.load('gamma'))?.tail.map(({ seq }) => seq)).toEqual([1]);
    expect(await log.append(only('gamma', entry([9])))).toEqual(new Map([['gamma', 2]]));
    expect(warnings).toEqual([]);
  });

  it('a tail of zeros, as some file systems leave after a power cut, is no damage', async () => {
    const folder = await closed();
    const file = await newestFile(folder);
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes, Buffer.alloc(5000)]));
    const warnings: string[] = [];
    const { log } = await openForTest({ kind: 'embedded', folder }, warnings);
    expect((await log.load('gamma'))?.tail).toHaveLength(2);
    expect(warnings).toEqual([]);
  });

  it('whichever byte of the file is flipped, each document is whole or refused', async () => {
    const folder = await closed();
    const file = await newestFile(folder);
    const bytes = await readFile(file);
    for (let at = 0; at < bytes.length; at += 37) {
      const copy = join(await newFolder(), 'copy');
      await cp(folder, copy, { recursive: true });
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      await writeFile(await newestFile(copy), flipped);
      const storage = await openStorage({ kind: 'embedded', folder: copy, warn: () => undefined });
      for (const id of ['alpha', 'beta', 'gamma']) {
        const found = await storage.log.load(id).then(
          (document) => document?.tail.length,
          (error) => error.code,
        );
        expect([2, 'document-unreadable'], `byte ${at}, ${id}`).toContain(found);
      }
      await storage.close();
    }
  });

  it('a commit that spans blocks is named whole, wherever it is hit', async () => {
    const folder = await newFolder();
    const storage = await openStorage({ kind: 'embedded', folder });
    await storage.log.append(only('before', entry(words('<before>'))));
    const large = new Uint8Array(100_000).map((_, index) => (index * 7919) >> 3);
    await storage.log.append(
      new Map([
        ['large', [entry([], { update: large })]],
        ['same', [entry(words('<same commit>'))]],
      ]),
    );
    await storage.log.append(only('after', entry(words('<after>'))));
    await storage.close();
    const bytes = await readFile(await newestFile(folder));
    for (const at of [20_000, 50_000, 90_000]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      await writeFile(await newestFile(folder), flipped);
      const copy = join(await newFolder(), 'copy');
      await cp(folder, copy, { recursive: true });
      const { log } = await openForTest({ kind: 'embedded', folder: copy });
      for (const id of ['large', 'same']) {
        await expect(log.load(id), `byte ${at}, ${id}`).rejects.toMatchObject({
          code: 'document-unreadable',
        });
      }
      expect((await log.load('before'))?.tail).toHaveLength(1);
    }
  });
});

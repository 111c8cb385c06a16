import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStorage } from '@accord/server/storage/open-storage';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { newFolder, notes, openForTest } from '../adapters';
import { entry, only } from '../entries';

/** A closed data folder with people, an output and a document in it. */
async function filled(): Promise<string> {
  const folder = await newFolder();
  const storage = await openStorage({ kind: 'embedded', folder });
  for (const id of [undefined, 'out1']) {
    const scope = await storage.records.open(notes, id);
    for (const text of ['one', 'two', 'three']) {
      await scope.commit((draft) => {
        draft.notes.a = { text, tags: [] };
      });
    }
  }
  await storage.log.append(only('one', entry([1])));
  await storage.close();
  return folder;
}

const refusal = (folder: string) =>
  openStorage({ kind: 'embedded', folder }).then(
    async (storage) => {
      await storage.close();
      return 'opened';
    },
    (error: Error) => (error.name === 'StorageUnusable' ? error.message : `${error.name}: ${error.message}`),
  );

describe('a data folder', () => {
  it('opened again holds what was committed', async () => {
    const folder = await filled();
    const storage = await openForTest({ kind: 'embedded', folder });
    expect((await storage.records.open(notes)).read().notes.a?.text).toBe('three');
    expect(await storage.records.list(notes)).toEqual(['out1']);
    expect((await storage.log.load('one'))?.tail).toHaveLength(1);
    expect(await storage.log.append(only('one', entry([2])))).toEqual(new Map([['one', 2]]));
    const journal = await storage.log.appendJournal('audit', 'x');
    expect(journal).toBe(1);
  });

  it('numbers journal entries on across a restart', async () => {
    const folder = await newFolder();
    for (const expected of [1, 2, 3]) {
      const storage = await openStorage({ kind: 'embedded', folder });
      expect(await storage.log.appendJournal('audit', { expected })).toBe(expected);
      await storage.close();
    }
  });

  it('that does not exist is made, also deep down', async () => {
    const folder = join(await newFolder(), 'a', 'b');
    const storage = await openForTest({ kind: 'embedded', folder });
    await storage.log.append(only('one', entry([1])));
    expect((await readdir(folder)).sort()).toEqual(['accord.json', 'log', 'records']);
  });

  it('whose making was broken off is made anew', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'log'));
    expect(await refusal(folder)).toBe('opened');
  });

  it('[D14] with a records file and its .bak gone, empty or null refuses to start, naming the file', async () => {
    for (const spoil of [
      (file: string) => rm(file),
      (file: string) => truncate(file, 0),
      (file: string) => writeFile(file, 'null'),
      (file: string) => truncate(file, 30),
    ]) {
      for (const file of ['notes.json', join('notes', 'out1.json')]) {
        const folder = await filled();
        await spoil(join(folder, 'records', file));
        await spoil(join(folder, 'records', `${file}.bak`));
        const said = await refusal(folder);
        expect(said).toContain(join(folder, 'records', file));
        expect(said).not.toContain('\n');
      }
    }
  });

  it('[D14] with a truncated records file goes on from its .bak, says so once, and lists the scope as before', async () => {
    const folder = await filled();
    await truncate(join(folder, 'records', 'notes', 'out1.json'), 40);
    const warnings: string[] = [];
    const storage = await openForTest({ kind: 'embedded', folder }, warnings);
    expect((await storage.records.open(notes, 'out1')).read().notes.a?.text).toBe('two');
    expect(await storage.records.list(notes)).toEqual(['out1']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('out1.json');
  });

  it.each(['accord.json', 'log', 'records'])(
    '[D14] that lost its %s is never taken for a new one',
    async (part) => {
      const folder = await filled();
      await rm(join(folder, part), { recursive: true });
      const said = await refusal(folder);
      expect(said).toContain(`has lost its`);
      expect(said).toContain(part);
      expect(said).not.toContain('\n');
    },
  );

  it.each(['', 'null', '{"format":'])('[D14] whose marker is %j refuses to start', async (text) => {
    const folder = await filled();
    await writeFile(join(folder, 'accord.json'), text);
    expect(await refusal(folder)).toContain('accord.json is damaged');
  });

  it('of a newer Accord is left alone', async () => {
    const folder = await filled();
    await writeFile(join(folder, 'accord.json'), '{"format":99,"created":"2026-11-23T21:16:03.000Z"}');
    expect(await refusal(folder)).toContain('newer Accord');
  });

  it('[D14] whose log lost its index files refuses to start in one line', async () => {
    const folder = await filled();
    await rm(join(folder, 'log', 'CURRENT'));
    const said = await refusal(folder);
    expect(said).toContain('can not be opened');
    expect(said).not.toContain('\n');
  });

  it('records of a shape this Accord does not know are not opened as empty', async () => {
    const folder = await filled();
    const storage = await openForTest({ kind: 'embedded', folder });
    const other = {
      name: 'notes',
      schema: z.object({ people: z.array(z.string()) }),
      empty: () => ({ people: [] }),
    };
    await expect(storage.records.open(other)).rejects.toMatchObject({ name: 'StorageUnusable' });
    expect((await storage.records.open(notes)).read().notes.a?.text).toBe('three');
  });

  it('is only for its owner to read', async () => {
    const folder = await filled();
    expect((await stat(join(folder, 'records', 'notes.json'))).mode & 0o077).toBe(0);
  });

  it('copied while closed opens as it was: a copy is a backup', async () => {
    const folder = await filled();
    const copy = join(await newFolder(), 'copy');
    await cp(folder, copy, { recursive: true });
    const storage = await openForTest({ kind: 'embedded', folder: copy });
    expect((await storage.records.open(notes)).read().notes.a?.text).toBe('three');
  });
});

describe('[D17] a data folder in use', () => {
  it('is refused to a second opener in one clear line, and the first goes on', async () => {
    const folder = await filled();
    const storage = await openForTest({ kind: 'embedded', folder });
    const said = await refusal(folder);
    expect(said).toContain('Another Accord is already using the data folder');
    expect(said).toContain(folder);
    expect(said).not.toContain('\n');
    expect(await storage.log.append(only('one', entry([2])))).toEqual(new Map([['one', 2]]));
  });

  it('is refused to another process until the first is gone, however it went', async () => {
    const folder = await filled();
    const child = fork(new URL('./hold-folder.ts', import.meta.url), [folder], {
      execArgv: ['--import', 'tsx'],
      stdio: 'inherit',
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    expect((await once(child, 'message'))[0]).toBe('holding');
    expect(await refusal(folder)).toContain('Another Accord is already using');
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const storage = await openForTest({ kind: 'embedded', folder });
    expect((await storage.log.load('held'))?.tail).toHaveLength(1);
    expect(await readFile(join(folder, 'accord.json'), 'utf8')).toContain('"format":1');
  });
});

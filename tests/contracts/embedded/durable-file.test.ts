import { DurableFile } from '@accord/server/storage/embedded/durable-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForgetfulDisk } from './forgetful-disk';

const PATH = 'records/people.json';

/** A file with a ledger that survives everything, as the log's does. */
function setUp() {
  const disk = new ForgetfulDisk();
  const ledger = { rev: undefined as number | undefined };
  const warnings: string[] = [];
  const open = () =>
    new DurableFile(
      disk,
      PATH,
      {
        known: () => ledger.rev,
        note: async (rev) => {
          ledger.rev = rev;
        },
      },
      (line) => warnings.push(line),
    );
  return { disk, ledger, warnings, open };
}

/** A file written three times: 1, 2, 3. */
async function written() {
  const set = setUp();
  const file = set.open();
  await file.read();
  for (const n of [1, 2, 3]) await file.write({ n });
  return set;
}

describe('[D14] a records file', () => {
  it('is flushed before it takes its name, and its name before the commit counts', async () => {
    const { disk, open } = await written();
    const file = open();
    await file.read();
    disk.asked.length = 0;
    await file.write({ n: 4 });
    expect(disk.asked).toEqual([
      `create ${PATH}.tmp`,
      `write ${PATH}.tmp`,
      `sync ${PATH}.tmp`,
      `rename ${PATH} ${PATH}.bak`,
      `rename ${PATH}.tmp ${PATH}`,
      'sync-folder records',
    ]);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['null', 'null'],
    ['truncated', '{"rev":3,"sha256":"ab'],
    ['not ours', '{"people":[]}'],
    ['of another hash', `{"rev":3,"sha256":"${'0'.repeat(64)}","data":{"n":3}}`],
    ['with null data', `{"rev":3,"sha256":"${'0'.repeat(64)}","data":null}`],
  ])('that is %s is replaced by its .bak, and says so', async (_, text) => {
    const { disk, warnings, open } = await written();
    if (text === undefined) disk.take(PATH);
    else disk.put(PATH, text);
    expect(await open().read()).toEqual({ n: 2 });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('the last commit is lost');
  });

  it('that is older than the last commit is replaced by its .bak', async () => {
    const { disk, open, warnings } = await written();
    const older = disk.text(PATH) ?? '';
    const file = open();
    await file.read();
    await file.write({ n: 4 });
    await file.write({ n: 5 });
    disk.put(PATH, older);
    expect(await open().read()).toEqual({ n: 4 });
    expect(warnings[0]).toContain('older');
  });

  it('that is older, with a .bak as old, ends the start', async () => {
    const { disk, open } = await written();
    const [older, olderBak] = [disk.text(PATH) ?? '', disk.text(`${PATH}.bak`) ?? ''];
    const file = open();
    await file.read();
    for (const n of [4, 5, 6]) await file.write({ n });
    disk.put(PATH, older);
    disk.put(`${PATH}.bak`, olderBak);
    await expect(open().read()).rejects.toMatchObject({ name: 'StorageUnusable' });
  });

  it.each(['', 'null', '{', undefined])('that is %j, with a .bak as bad, ends the start', async (text) => {
    const { disk, open } = await written();
    for (const path of [PATH, `${PATH}.bak`]) {
      if (text === undefined) disk.take(path);
      else disk.put(path, text);
    }
    await expect(open().read()).rejects.toMatchObject({
      name: 'StorageUnusable',
      message: expect.not.stringContaining('\n'),
    });
  });

  it('that nobody ever noted, and that is damaged, ends the start too', async () => {
    const { disk, open } = setUp();
    disk.put(PATH, '');
    await expect(open().read()).rejects.toMatchObject({ name: 'StorageUnusable' });
  });

  it('that was damaged is kept aside, and does not push out the .bak that was used', async () => {
    const { disk, open } = await written();
    disk.put(PATH, '{"half');
    const file = open();
    await file.read();
    await file.write({ n: 33 });
    expect(disk.text(`${PATH}.damaged`)).toBe('{"half');
    expect(disk.text(`${PATH}.bak`)).toContain('"n":2');
    expect(await open().read()).toEqual({ n: 33 });
  });
});

describe('[D3] a write of records that fails', () => {
  it.each(['create', 'write', `sync ${PATH}.tmp`, `rename ${PATH} `, `rename ${PATH}.tmp`])(
    'at "%s" leaves the old file to be read, and the next write goes through',
    async (at) => {
      const { disk, open } = await written();
      const file = open();
      await file.read();
      disk.before = (operation) => {
        if (operation.startsWith(at)) throw new Error('no space left on device');
      };
      await expect(file.write({ n: 4 })).rejects.toThrow('no space');
      expect(await open().read()).toEqual({ n: 3 });
      disk.before = () => undefined;
      await file.write({ n: 5 });
      expect(await open().read()).toEqual({ n: 5 });
    },
  );

  it('at the flush of the folder is in doubt: nothing more is written until a restart', async () => {
    const { disk, open } = await written();
    const file = open();
    await file.read();
    disk.before = (operation) => {
      if (operation.startsWith('sync-folder')) throw new Error('input/output error');
    };
    await expect(file.write({ n: 4 })).rejects.toThrow('input/output');
    disk.before = () => undefined;
    disk.asked.length = 0;
    await expect(file.write({ n: 5 })).rejects.toThrow('input/output');
    expect(disk.asked).toEqual([]);
  });
});

it('[D1] whenever the power goes, and whatever the file system had written by then, the last commit or the one under way is read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 40 }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      async (operations, luck) => {
        const { disk, open, warnings } = setUp();
        let left = operations;
        disk.before = () => {
          if (left-- <= 0) throw new Error('power cut');
        };
        let acknowledged = 0;
        const file = open();
        await file.read();
        try {
          for (let n = 1; n <= 6; n++) {
            await file.write({ n });
            acknowledged = n;
          }
        } catch {
          // the power went
        }
        let turn = 0;
        disk.powerCut(() => luck[turn++ % luck.length] ?? true);
        const found = (await open().read()) as { n: number } | null;
        expect([acknowledged, acknowledged + 1]).toContain(found?.n ?? 0);
        if (found?.n !== acknowledged) return;
        expect(warnings.join()).not.toContain('lost');
      },
    ),
    { numRuns: 500 },
  );
});

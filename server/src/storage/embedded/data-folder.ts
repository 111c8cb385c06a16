import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { OrderedStore } from '../ordered-store';
import { StorageUnusable } from '../ports';
import type { Disk } from './disk';

/** Number of the data folder's layout; raised when an older Accord could no longer read it. */
const FORMAT = 1;
const Marker = z.object({ format: z.number().int(), created: z.string() });

/**
 * Opens a data folder: the marker file `accord.json` says that it was once initialised, so that nothing missing in it is ever
 * taken for a first start.
 * @param openStore opens the ordered store, creating it when `create` is true; takes the folder's lock
 * @throws StorageUnusable
 */
export async function openDataFolder(options: {
  disk: Disk;
  folder: string;
  clock: Clock;
  openStore: (folder: string, create: boolean) => Promise<OrderedStore>;
}): Promise<{ store: OrderedStore; records: string }> {
  const { disk, folder, clock, openStore } = options;
  const marker = join(folder, 'accord.json');
  const log = join(folder, 'log');
  const records = join(folder, 'records');

  try {
    await disk.makeFolder(folder);
  } catch (cause) {
    throw new StorageUnusable(`The data folder ${folder} can not be made: ${(cause as Error).message}`, {
      cause,
    });
  }

  const initialised = await readMarker(disk, marker);
  if (initialised && !(await disk.exists(log))) {
    throw new StorageUnusable(
      `The data folder ${folder} has lost its folder "log"; put back a backup of the whole data folder.`,
    );
  }

  // LevelDB would make it readable for everybody on the machine.
  if (!initialised) await disk.makeFolder(log);
  const store = await openStore(log, !initialised);
  try {
    // LevelDB flushes its files, but not the names it gave them while it opened.
    await disk.syncFolder(log);
    if (!initialised) {
      const leftovers = (await disk.exists(records)) && (await disk.files(records)).length > 0;
      if (leftovers || (await store.range('', '\uffff', { limit: 1 })).length > 0) {
        throw new StorageUnusable(
          `The data folder ${folder} holds data but has lost its file "accord.json"; put back a backup of the whole data folder.`,
        );
      }
      await disk.makeFolder(records);
      await writeMarker(disk, marker, clock);
    } else if (!(await disk.exists(records))) {
      throw new StorageUnusable(
        `The data folder ${folder} has lost its folder "records"; put back a backup of the whole data folder.`,
      );
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  return { store, records };
}

async function readMarker(disk: Disk, path: string): Promise<boolean> {
  const bytes = await disk.read(path);
  if (bytes === null) return false;
  let found: z.infer<typeof Marker>;
  try {
    found = Marker.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new StorageUnusable(`The file ${path} is damaged; put back a backup of the whole data folder.`, {
      cause,
    });
  }
  if (found.format > FORMAT) {
    throw new StorageUnusable(
      `The data folder of ${path} was written by a newer Accord (format ${found.format}, this one knows ${FORMAT}).`,
    );
  }
  return true;
}

async function writeMarker(disk: Disk, path: string, clock: Clock): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await disk.create(temporary);
  try {
    await file.writeFile(
      `${JSON.stringify({ format: FORMAT, created: new Date(clock.now()).toISOString() })}\n`,
    );
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(temporary, path);
  await disk.syncFolder(dirname(path));
}

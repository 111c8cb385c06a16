import { dirname, join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { SCOPES, scopeKey } from '../log-keys';
import type { OrderedStore } from '../ordered-store';
import type { ScopeKeeper } from '../records';
import type { Disk } from './disk';
import { DurableFile } from './durable-file';

/**
 * Keeps scopes as JSON files below `folder`, one each. Which scopes exist, and how often each was written, also stands in the
 * ordered store, so that a file that vanished or came back older is noticed. All files are read here once: a damaged one ends
 * the start, not the day of the first person who needs it.
 * @throws StorageUnusable
 */
export async function openFileKeeper(options: {
  disk: Disk;
  folder: string;
  store: OrderedStore;
  warn: (line: string) => void;
}): Promise<ScopeKeeper> {
  const { disk, folder, store } = options;
  const revs = new Map<string, number>();
  for (const [key, value] of await store.range(...SCOPES)) {
    revs.set(key.slice(scopeKey('').length), decoding.readVarUint(decoding.createDecoder(value)));
  }

  const warned = new Set<string>();
  const warn = (line: string): void => {
    if (!warned.has(line)) options.warn(line);
    warned.add(line);
  };

  const note = async (name: string, rev: number): Promise<void> => {
    revs.set(name, rev);
    const value = encoding.encode((encoder) => encoding.writeVarUint(encoder, rev));
    try {
      await store.write([{ type: 'put', key: scopeKey(name), value }]);
    } catch (error) {
      warn(`That "${name}" was written could not be noted in the log: ${(error as Error).message}`);
    }
  };

  const path = (name: string): string => `${join(folder, ...name.split('/'))}.json`;
  const file = (name: string): DurableFile =>
    new DurableFile(disk, path(name), { known: () => revs.get(name), note: (rev) => note(name, rev) }, warn);

  await disk.makeFolder(folder);
  const onDisk = (await disk.files(folder))
    .filter((name) => /\.json(\.bak)?$/.test(name))
    .map((name) => name.replace(/\.json(\.bak)?$/, ''));
  for (const name of new Set([...revs.keys(), ...onDisk])) {
    await file(name).read();
    // Written by a process that ended before it could note the first revision.
    if (!revs.has(name)) await note(name, 1);
  }

  return {
    adapter(name) {
      const durable = file(name);
      return {
        read: () => durable.read(),
        async write(data) {
          await disk.makeFolder(dirname(path(name)));
          await durable.write(data);
        },
      };
    },
    names: () => [...revs.keys()],
  };
}

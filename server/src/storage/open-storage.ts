import { resolve } from 'node:path';
import type { Clock } from '../clock';
import { systemClock } from '../clock';
import { createBus } from './bus';
import { openDataFolder } from './embedded/data-folder';
import type { Disk } from './embedded/disk';
import { realDisk } from './embedded/disk';
import { openFileKeeper } from './embedded/file-keeper';
import { openLevelStore } from './embedded/level-store';
import { findLosses, quarantine } from './embedded/quarantine';
import { createMemoryKeeper } from './memory/memory-keeper';
import { createMemoryStore } from './memory/memory-store';
import type { OrderedStore } from './ordered-store';
import type { Storage } from './ports';
import type { ScopeKeeper } from './records';
import { createRecords } from './records';
import { createUpdateLog } from './update-log';

/** What every kind takes. */
interface Common {
  /** Told, in one line, of what an administrator should know and the server could work around. */
  readonly warn?: (line: string) => void;
}

/** Where tests put something between storage and the disk. */
export interface Faults {
  readonly disk?: (real: Disk) => Disk;
  readonly store?: (real: OrderedStore) => OrderedStore;
}

/**
 * Opens the workspace's storage; the one place that knows which kinds there are.
 * - `memory` forgets all when the process ends.
 * - `embedded` keeps a data folder that no other process may use at the same time.
 * @throws StorageUnusable when the data folder can't be used as it is
 */
export async function openStorage(
  options: Common &
    (
      | { readonly kind: 'memory' }
      | {
          readonly kind: 'embedded';
          readonly folder: string;
          readonly clock?: Clock;
          readonly faults?: Faults;
        }
    ),
): Promise<Storage> {
  const warn = options.warn ?? ((line) => process.emitWarning(line));
  if (options.kind === 'memory') return assemble(createMemoryStore(), createMemoryKeeper(), warn);

  const { folder, clock = systemClock, faults } = options;
  const disk = faults?.disk?.(realDisk) ?? realDisk;
  const openStore = async (log: string, create: boolean): Promise<OrderedStore> => {
    const losses = await findLosses(log);
    const level = await openLevelStore(log, create);
    try {
      await quarantine(level, losses, warn);
    } catch (error) {
      await level.close();
      throw error;
    }
    return level;
  };
  const opened = await openDataFolder({ disk, folder: resolve(folder), clock, openStore });
  const store = faults?.store?.(opened.store) ?? opened.store;
  try {
    const keeper = await openFileKeeper({ disk, folder: opened.records, store, warn });
    return assemble(store, keeper, warn);
  } catch (error) {
    await store.close();
    throw error;
  }
}

function assemble(store: OrderedStore, keeper: ScopeKeeper, warn: (line: string) => void): Storage {
  const records = createRecords(keeper);
  const log = createUpdateLog(store);
  const bus = createBus((error) =>
    warn(`A listener on the bus failed: ${error instanceof Error ? error.stack : String(error)}`),
  );
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([records.close(), log.close()]);
    await store.close();
  };
  return {
    records,
    log,
    bus,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

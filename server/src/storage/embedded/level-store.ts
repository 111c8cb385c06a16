import { ClassicLevel } from 'classic-level';
import type { Operation, OrderedStore, Row } from '../ordered-store';
import { RowsUnreadable } from '../ordered-store';
import { StorageUnusable } from '../ports';

const ROWS_AT_A_TIME = 1000;

/**
 * Opens LevelDB in `folder`; it holds the folder's lock until closed or until the process ends.
 * @param create whether a missing database may be made; false in a data folder that once had one
 * @throws StorageUnusable when another process holds it, or when it is missing or can't be opened
 */
export async function openLevelStore(folder: string, create: boolean): Promise<OrderedStore> {
  const level = new ClassicLevel<string, Uint8Array>(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'view',
    createIfMissing: create,
  });
  try {
    await level.open();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (codeOf(cause) === 'LEVEL_LOCKED') {
      throw new StorageUnusable(`Another Accord is already using the data folder (${folder} is locked).`, {
        cause,
      });
    }
    const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
    throw new StorageUnusable(`The update log in ${folder} can not be opened: ${why}`, { cause });
  }

  return {
    get: (key) => level.get(key),
    async range(from, to, { reverse = false, limit = -1 } = {}) {
      const rows: Row[] = [];
      const iterator = level.iterator({ gte: from, lt: to, reverse, limit });
      try {
        for (;;) {
          const some = await iterator.nextv(ROWS_AT_A_TIME);
          if (some.length === 0) return rows;
          rows.push(...some);
        }
      } catch (cause) {
        throw new RowsUnreadable(rows, cause);
      } finally {
        await iterator.close();
      }
    },
    write: (operations) => level.batch([...operations] as Operation[], { sync: true }),
    close: () => level.close(),
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

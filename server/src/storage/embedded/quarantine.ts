import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openHead, sealText } from '../log-encoding';
import { damagedKey, headKey } from '../log-keys';
import type { OrderedStore } from '../ordered-store';
import { documentsIn, findDamage } from './write-ahead-check';

/** What the write-ahead files lost, read before LevelDB opens them and tidies the traces away. */
export interface Losses {
  /** Files with unreadable stretches. */
  readonly files: readonly string[];
  /** Documents named in them, with the highest step named. */
  readonly documents: ReadonlyMap<string, number>;
}

/** Reads the write-ahead files in LevelDB's folder; a missing folder has lost nothing. */
export async function findLosses(folder: string): Promise<Losses> {
  const names = (await ifThere(() => readdir(folder))) ?? [];
  const files: string[] = [];
  const documents = new Map<string, number>();
  for (const name of names.filter((each) => /^\d+\.log$/.test(each))) {
    // Another process that holds the folder may take a file away meanwhile; the lock is only tried afterwards.
    const bytes = await ifThere(() => readFile(join(folder, name)));
    if (bytes === null) continue;
    const damage = findDamage(bytes);
    if (damage.length === 0) continue;
    files.push(name);
    for (const [id, seq] of documentsIn(bytes, damage))
      documents.set(id, Math.max(documents.get(id) ?? 0, seq));
  }
  return { files, documents };
}

/**
 * Marks, durably, the documents that miss steps because of `losses`: they are refused until somebody decides, and all
 * others open. A document whose steps arrived all the same (the file was already sorted away) is left alone.
 */
export async function quarantine(
  store: OrderedStore,
  losses: Losses,
  warn: (line: string) => void,
): Promise<void> {
  if (losses.files.length === 0) return;
  const missing: string[] = [];
  for (const [id, seq] of losses.documents) {
    const key = headKey(id);
    const head = await store.get(key);
    if (seq > 0 && head && openHead(key, head).lastSeq >= seq) continue;
    missing.push(id);
  }
  const reason = `Part of ${losses.files.join(', ')} was damaged when the workspace was opened`;
  await store.write(
    missing.map((id) => ({ type: 'put', key: damagedKey(id), value: sealText(damagedKey(id), reason) })),
  );
  warn(`${reason}. Documents that lost steps: ${missing.sort().join(', ') || 'none'}.`);
}

async function ifThere<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

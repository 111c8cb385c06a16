import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Faults } from '@accord/server/storage/open-storage';
import { openStorage } from '@accord/server/storage/open-storage';
import type { ScopeKind, Storage } from '@accord/server/storage/ports';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** Every implementation of the storage ports; each contract suite runs over all of them. */
export const ADAPTERS = [
  { name: 'memory', open: () => openForTest({ kind: 'memory' }) },
  { name: 'embedded', open: async () => openForTest({ kind: 'embedded', folder: await newFolder() }) },
] as const;

/** An empty folder that goes with the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens storage that is closed with the test; warnings are kept in `warnings`. */
export async function openForTest(
  options: { kind: 'memory' } | { kind: 'embedded'; folder: string; faults?: Faults },
  warnings: string[] = [],
): Promise<Storage> {
  const storage = await openStorage({ ...options, warn: (line) => warnings.push(line) });
  onTestFinished(() => storage.close());
  return storage;
}

/** A kind of records to try storage with. */
export const Notes = z.object({
  notes: z.record(z.string(), z.object({ text: z.string(), tags: z.array(z.string()).default([]) })),
});
export type Notes = z.infer<typeof Notes>;
export const notes: ScopeKind<Notes> = { name: 'notes', schema: Notes, empty: () => ({ notes: {} }) };

import { Thread } from '@accord/shared/comments/comments';
import { z } from 'zod';
import type { ScopeKind } from '../storage/ports';

/** The threads of one chapter, oldest first. */
const ThreadsFile = z.object({ threads: z.array(Thread) });
export type ThreadsFile = z.infer<typeof ThreadsFile>;
export const THREADS_FILE: ScopeKind<ThreadsFile> = {
  name: 'threads',
  schema: ThreadsFile,
  empty: () => ({ threads: [] }),
};

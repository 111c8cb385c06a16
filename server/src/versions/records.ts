import { Version } from '@accord/shared/versions/versions';
import { z } from 'zod';
import type { ScopeKind } from '../storage/ports';

/** The versions of one chapter, oldest first; their text is kept as blobs. */
const VersionsFile = z.object({ versions: z.array(Version) });
export type VersionsFile = z.infer<typeof VersionsFile>;
export const VERSIONS_FILE: ScopeKind<VersionsFile> = {
  name: 'versions',
  schema: VersionsFile,
  empty: () => ({ versions: [] }),
};

import { Notice } from '@accord/shared/notices/notices';
import { z } from 'zod';
import type { ScopeKind } from '../storage/ports';

/** The notices of one person, oldest first. */
const NoticesFile = z.object({ notices: z.array(Notice) });
export type NoticesFile = z.infer<typeof NoticesFile>;
export const NOTICES_FILE: ScopeKind<NoticesFile> = {
  name: 'notices',
  schema: NoticesFile,
  empty: () => ({ notices: [] }),
};

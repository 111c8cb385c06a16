import { z } from 'zod';
import { Country } from '../access/role';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';

export const VERSION_KINDS = [
  'created',
  'automatic',
  'named',
  'state-change',
  'import',
  'bulk-decision',
  'restore',
  'before-restore',
] as const;
export const VersionKind = z.enum(VERSION_KINDS);
export type VersionKind = z.infer<typeof VersionKind>;

/** A person's part in a version, as the server's log knows it: characters inserted and deleted since the last one. */
export const Contribution = z.object({
  personId: Id,
  country: Country,
  inserted: z.number().int(),
  deleted: z.number().int(),
});
export type Contribution = z.infer<typeof Contribution>;

/** An immutable version of a chapter's text; the text itself is a blob beside it (V8). */
export const Version = z.object({
  id: Id,
  chapterId: Id,
  kind: VersionKind,
  name: z.string().max(200).nullable(),
  note: z.string().max(2000).nullable(),
  at: Timestamp,
  /** Who caused it; null for automatic versions. */
  personId: Id.nullable(),
  contributors: z.array(Contribution),
  /** SHA-256 of the canonical JSON, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Log sequence number the version covers. */
  seq: z.number().int(),
  words: z.number().int(),
  /** Of `restore` and `before-restore`: the version whose text was brought back. */
  of: Id.nullable().default(null),
  /** Of these two: the block alone that was brought back; null: the whole text. */
  blockId: z.string().max(100).nullable().default(null),
});
export type Version = z.infer<typeof Version>;

const chapterParams = z.object({ chapterId: Id });

export const listVersions = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/versions',
  summary: 'The versions of a chapter, newest first.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  output: z.array(Version),
});
export const listContributors = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/contributors',
  summary: 'Who has written in a chapter up to now, those who wrote most first.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  output: z.array(Contribution),
});
export const createVersion = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/versions',
  summary: 'Store the committed text as a named version.',
  permission: { action: 'chapter.version', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  body: z.object({
    name: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).nullable().default(null),
  }),
  output: Version,
});

/** What a restore came to; both null when the text was as it should be already. */
export const Restored = z.object({
  /** What stood in the chapter until then: restoring it takes the restore back. */
  before: Version.nullable(),
  restored: Version.nullable(),
});
export type Restored = z.infer<typeof Restored>;

export const restoreVersion = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/restore',
  summary:
    'Bring back the text of a version, or one block of it, as a new edit of the live text. What stood there until then is stored as a version first.',
  permission: { action: 'chapter.write', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  body: z.object({ versionId: Id, blockId: z.string().min(1).max(100).nullable().default(null) }),
  output: Restored,
  failures: ['not-found', 'different-chapters', 'conflicts-with-text', 'document-unreadable', 'too-large'],
});

import { z } from 'zod';

/** Review states of a chapter, in their usual order. */
export const CHAPTER_STATES = [
  'draft',
  'in-review',
  'changes-requested',
  'sign-off',
  'approved',
  'published',
  'superseded',
] as const;
export const ChapterState = z.enum(CHAPTER_STATES);
export type ChapterState = z.infer<typeof ChapterState>;

/** States in which the text is locked for everybody: from sign-off on. */
export const LOCKED_STATES: ReadonlySet<ChapterState> = new Set([
  'sign-off',
  'approved',
  'published',
  'superseded',
]);

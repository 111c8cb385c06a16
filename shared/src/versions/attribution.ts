import { z } from 'zod';
import { endpoint } from '../kernel/endpoint';
import { Id } from '../kernel/id';

/** A stretch of a text block's inline text and the person it goes back to. */
export const AuthorRun = z.object({
  /** UTF-16 offsets in the block's inline text (A1); `from` is in, `to` is out. */
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  /** Null: nobody is known for it, e.g. the template a chapter began with. */
  personId: Id.nullable(),
});
export type AuthorRun = z.infer<typeof AuthorRun>;

/** Who wrote what in one text block: runs in order, none empty, neighbours of different persons. */
export const BlockAuthors = z.object({
  /** Its number among the text blocks in the order of the text, from 0; rules, which hold no text, are not counted. */
  block: z.number().int().min(0),
  /** The block's id; null when it has none. */
  id: z.string().nullable(),
  runs: z.array(AuthorRun),
});
export type BlockAuthors = z.infer<typeof BlockAuthors>;

export const listAuthors = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/authors',
  summary: 'Who wrote first what stands in a chapter now, text block by text block.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: z.object({ chapterId: Id }),
  output: z.array(BlockAuthors),
});

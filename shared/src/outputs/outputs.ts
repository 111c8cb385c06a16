import { z } from 'zod';
import { ACTIONS } from '../access/action';
import { Country, Language, Role } from '../access/role';
import { ChapterState } from '../access/state';
import { endpoint } from '../kernel/endpoint';
import { Day, Id, Timestamp } from '../kernel/id';
import { DocumentJson } from '../manuscript/document';

export const OUTPUT_KINDS = ['guidance-tool', 'study', 'brochure', 'executive-summary'] as const;
export const OutputKind = z.enum(OUTPUT_KINDS);
export type OutputKind = z.infer<typeof OutputKind>;

export const Title = z.string().trim().min(1).max(200);

/** What the person who asks may do with the object; the client shows only that. */
export const Abilities = z.array(z.enum(ACTIONS));

/** A chapter as lists show it; its text lives in the Yjs document of the same id. */
export const Chapter = z.object({
  id: Id,
  outputId: Id,
  title: Title,
  language: Language,
  state: ChapterState,
  /** The person expected to write it. */
  writerId: Id.nullable(),
  dueOn: Day.nullable(),
  archived: z.boolean(),
  /** Words of the committed text, as last counted. */
  words: z.number().int(),
  /** When the text last changed, and by whom. */
  changedAt: Timestamp.nullable(),
  changedBy: Id.nullable(),
  abilities: Abilities,
  /** My strongest role here, for a word on the page. */
  role: Role.nullable(),
});
export type Chapter = z.infer<typeof Chapter>;

/** A deliverable of the partnership with its chapters in order. */
export const Output = z.object({
  id: Id,
  kind: OutputKind,
  title: Title,
  /** 1 to 5 for the cross-cutting issue the output belongs to, null for the study. */
  issue: z.number().int().min(1).max(5).nullable(),
  language: Language,
  coordinatorCountry: Country,
  /** The person who coordinates, if named. */
  coordinatorId: Id.nullable(),
  partnerIds: z.array(Id),
  archived: z.boolean(),
  chapters: z.array(Chapter),
  abilities: Abilities,
  role: Role.nullable(),
});
export type Output = z.infer<typeof Output>;

const outputParams = z.object({ outputId: Id });
const chapterParams = z.object({ chapterId: Id });

export const listOutputs = endpoint({
  method: 'GET',
  path: '/api/outputs',
  summary:
    'The outputs the person may read, in the partnership’s order, each with its chapters. Archived ones on request.',
  permission: 'signed-in',
  query: z.object({ archived: z.enum(['true', 'false']).default('false') }),
  output: z.array(Output),
});
export const createOutput = endpoint({
  method: 'POST',
  path: '/api/outputs',
  summary: 'Create an output, with the chapters of the template of its kind or empty.',
  permission: { action: 'output.create', on: 'workspace' },
  body: z.object({
    kind: OutputKind,
    title: Title,
    issue: z.number().int().min(1).max(5).nullable().default(null),
    language: Language.default('en'),
    coordinatorCountry: Country,
    template: z.boolean().default(true),
  }),
  output: Output,
});
export const readOutput = endpoint({
  method: 'GET',
  path: '/api/outputs/:outputId',
  summary: 'One output with its chapters.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: outputParams,
  output: Output,
});
export const editOutput = endpoint({
  method: 'PATCH',
  path: '/api/outputs/:outputId',
  summary:
    'Change an output: title, coordinator, contributing partners, archived, order of its chapters (all their ids).',
  permission: { action: 'output.edit', on: 'output', param: 'outputId' },
  params: outputParams,
  body: z.object({
    title: Title.optional(),
    coordinatorCountry: Country.optional(),
    coordinatorId: Id.nullable().optional(),
    partnerIds: z.array(Id).max(100).optional(),
    archived: z.boolean().optional(),
    chapterOrder: z.array(Id).max(1000).optional(),
  }),
  output: Output,
  failures: ['invalid-input', 'conflict'],
});
export const reorderOutputs = endpoint({
  method: 'PUT',
  path: '/api/outputs/order',
  summary: 'Set the order of the outputs (all ids, archived included).',
  permission: { action: 'workspace.administer', on: 'workspace' },
  body: z.object({ outputIds: z.array(Id).max(1000) }),
  failures: ['conflict'],
});
export const createChapter = endpoint({
  method: 'POST',
  path: '/api/outputs/:outputId/chapters',
  summary: 'Add a chapter at the end, empty.',
  permission: { action: 'output.edit', on: 'output', param: 'outputId' },
  params: outputParams,
  body: z.object({
    title: Title,
    writerId: Id.nullable().default(null),
    dueOn: Day.nullable().default(null),
  }),
  output: Chapter,
  failures: ['invalid-input', 'archived'],
});
export const readChapter = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId',
  summary: 'One chapter, without its text.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  output: Chapter,
});
export const editChapter = endpoint({
  method: 'PATCH',
  path: '/api/chapters/:chapterId',
  summary: 'Change a chapter: title, writer, due date, archived.',
  permission: { action: 'chapter.edit', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  body: z.object({
    title: Title.optional(),
    writerId: Id.nullable().optional(),
    dueOn: Day.nullable().optional(),
    archived: z.boolean().optional(),
  }),
  output: Chapter,
  failures: ['invalid-input'],
});

export const CONTENT_FORMATS = ['json', 'text', 'html', 'markdown'] as const;
export const readContent = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/content',
  summary:
    'The committed text of a chapter: `json` is the ProseMirror document; text, html and markdown come as such, docx as a Word document to keep.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  query: z.object({ format: z.enum([...CONTENT_FORMATS, 'docx']).default('json') }),
  output: z.union([DocumentJson, z.string(), z.instanceof(Uint8Array)]),
  failures: ['document-unreadable'],
});
export const readOutputContent = endpoint({
  method: 'GET',
  path: '/api/outputs/:outputId/content',
  summary: 'The committed text of all chapters of an output in order, for reading and printing.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: outputParams,
  output: z.array(
    z.object({ chapterId: Id, title: Title, language: Language, document: DocumentJson.nullable() }),
  ),
});

/** An image stored with a chapter; `src` in the text is `/api/images/<id>`. */
export const StoredImage = z.object({
  id: Id,
  src: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
});
export type StoredImage = z.infer<typeof StoredImage>;
export const MAX_IMAGE_BYTES = 15 * 1024 * 1024;

export const uploadImage = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/images',
  summary:
    'Store an image (PNG, JPEG, GIF, WebP, AVIF; re-encoded, metadata dropped; SVG refused). The body is the file itself.',
  permission: { action: 'chapter.write', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  rawBody: { types: ['image/*', 'application/octet-stream'], maxBytes: MAX_IMAGE_BYTES },
  output: StoredImage,
  failures: ['too-large', 'unsupported-media', 'unreadable-image'],
});
export const readImage = endpoint({
  method: 'GET',
  path: '/api/images/:imageId',
  summary: 'An image; readable by whoever may read a chapter of the output it was uploaded to.',
  permission: 'signed-in',
  params: z.object({ imageId: Id }),
  output: z.instanceof(Uint8Array),
  contentType: 'image/*',
  failures: ['not-found'],
});

import { z } from 'zod';
import { Language } from '../access/role';
import { endpoint } from '../kernel/endpoint';
import { Id } from '../kernel/id';
import { DocumentJson } from '../manuscript/document';
import { CONTENT_FORMATS } from '../outputs/outputs';
import type { Comparison } from './comparison-model';
import { Version } from './versions';

/** Only the frame is checked here; what the rows hold is said by their type. */
const ComparisonJson: z.ZodType<Comparison> = z.looseObject({
  rows: z.array(z.looseObject({ id: z.string(), kind: z.enum(['text', 'table', 'moved-away']) })),
  summary: z.array(z.looseObject({ count: z.number().int() })),
}) as never;

/** What differs between a version and another, or the text as it is now. */
export const ComparedVersions = z.object({
  chapterId: Id,
  /** Language of the text. */
  language: Language,
  from: Version,
  /** Null: the committed text of this moment. */
  to: Version.nullable(),
  comparison: ComparisonJson,
});
export type ComparedVersions = z.infer<typeof ComparedVersions>;

export const compareVersions = endpoint({
  method: 'GET',
  path: '/api/versions/compare',
  summary:
    'What differs between a version and a later one, or the committed text (`now`): rows in the order of the later text, each with what became of it and who wrote and deleted which words. Readers of the chapter.',
  permission: 'signed-in',
  query: z.object({ from: Id, to: z.union([z.literal('now'), Id]).default('now') }),
  output: ComparedVersions,
  failures: ['not-found', 'different-chapters', 'document-unreadable'],
});

export const readVersionContent = endpoint({
  method: 'GET',
  path: '/api/versions/:versionId/content',
  summary:
    'The text of a version: `json` is the ProseMirror document; text, html and markdown come as such, docx as a Word document to keep. Readers of its chapter.',
  permission: 'signed-in',
  params: z.object({ versionId: Id }),
  query: z.object({ format: z.enum([...CONTENT_FORMATS, 'docx']).default('json') }),
  output: z.union([DocumentJson, z.string(), z.instanceof(Uint8Array)]),
  failures: ['not-found', 'document-unreadable'],
});

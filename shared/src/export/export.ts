import { z } from 'zod';
import { endpoint } from '../kernel/endpoint';
import { Id } from '../kernel/id';

/** What text can be taken along as: complete files, images and all. */
export const EXPORT_FORMATS = ['html', 'markdown', 'docx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const chosen = z.object({ format: z.enum(EXPORT_FORMATS) });
const file = z.union([z.string(), z.instanceof(Uint8Array)]);

export const exportChapter = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/export',
  summary:
    'The committed text of a chapter as a file to keep: a self-contained page, Markdown or a Word document, images included, nothing pending.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: z.object({ chapterId: Id }),
  query: chosen,
  output: file,
  contentType: 'application/octet-stream',
  failures: ['invalid-input', 'document-unreadable'],
});
export const exportVersion = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/versions/:versionId/export',
  summary: 'The text of a version of a chapter as a file to keep.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: z.object({ chapterId: Id, versionId: Id }),
  query: chosen,
  output: file,
  contentType: 'application/octet-stream',
  failures: ['invalid-input', 'not-found', 'document-unreadable'],
});
export const exportOutput = endpoint({
  method: 'GET',
  path: '/api/outputs/:outputId/export',
  summary:
    'All chapters of an output that the person may read, in order, as one file to keep, with a title page and contents.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: z.object({ outputId: Id }),
  query: chosen,
  output: file,
  contentType: 'application/octet-stream',
  failures: ['invalid-input'],
});

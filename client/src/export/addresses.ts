import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportChapter,
  exportOutput,
  exportVersion,
} from '@accord/shared/export/export';
import { addressOf } from '../api/call';

type Addresses = Readonly<Record<ExportFormat, string>>;

const each = (address: (format: ExportFormat) => string): Addresses =>
  Object.fromEntries(EXPORT_FORMATS.map((format) => [format, address(format)])) as Addresses;

/** Where a chapter's text is exported. */
export const chapterExports = (chapterId: string): Addresses =>
  each((format) => addressOf(exportChapter, { params: { chapterId }, query: { format } }));

/** Where a version of a chapter is exported. */
export const versionExports = (chapterId: string, versionId: string): Addresses =>
  each((format) => addressOf(exportVersion, { params: { chapterId, versionId }, query: { format } }));

/** Where a whole output is exported. */
export const outputExports = (outputId: string): Addresses =>
  each((format) => addressOf(exportOutput, { params: { outputId }, query: { format } }));

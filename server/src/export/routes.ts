import { exportChapter, exportOutput, exportVersion } from '@accord/shared/export/export';
import { type BoundEndpoint, bind, type Reply } from '../http/bind';
import type { ExportedFile, Exports } from './exports';
import { attachment } from './file-name';

/** The HTTP side of exports: files to be saved, never shown as a page of this workspace (K8). */
export const exportRoutes = (exports: Exports): BoundEndpoint[] => [
  bind(exportChapter, async ({ caller, params, query, reply }) =>
    sent(reply, await exports.chapter(caller.actor, params.chapterId, query.format)),
  ),
  bind(exportVersion, async ({ caller, params, query, reply }) =>
    sent(reply, await exports.version(caller.actor, params.chapterId, params.versionId, query.format)),
  ),
  bind(exportOutput, async ({ caller, params, query, reply }) =>
    sent(reply, await exports.output(caller.actor, params.outputId, query.format)),
  ),
];

/** Sets what a browser needs to save the file, and returns its content. */
export function sent(reply: Reply, { name, type, content }: ExportedFile): ExportedFile['content'] {
  reply.type(type);
  reply.header('Content-Disposition', attachment(name));
  return content;
}

import {
  createChapter,
  createOutput,
  editChapter,
  editOutput,
  listOutputs,
  readChapter,
  readContent,
  readOutput,
  readOutputContent,
  reorderOutputs,
} from '@accord/shared/outputs/outputs';
import { type BoundEndpoint, bind, type Caller, type Reply } from '../http/bind';
import type { Content } from './content';
import type { Outputs } from './outputs';

/** Makes a Word document of a chapter, and says in the reply how it is to be saved. */
type WordDocument = (
  caller: Caller,
  chapterId: string,
  reply: Reply,
) => Promise<string | Uint8Array<ArrayBuffer>>;

/** The HTTP side of outputs, chapters and their text. */
export const outputRoutes = (
  outputs: Outputs,
  content: Content,
  wordDocument: WordDocument,
): BoundEndpoint[] => [
  bind(listOutputs, ({ caller, query }) =>
    outputs.list(caller.actor, { archived: query.archived === 'true' }),
  ),
  bind(createOutput, ({ caller, body }) => outputs.create(caller.actor, body)),
  bind(reorderOutputs, ({ caller, body }) => outputs.reorder(caller.actor, body.outputIds)),
  bind(readOutput, ({ caller, params }) => outputs.read(caller.actor, params.outputId)),
  bind(editOutput, ({ caller, params, body }) => outputs.edit(caller.actor, params.outputId, body)),
  bind(createChapter, ({ caller, params, body }) =>
    outputs.createChapter(caller.actor, params.outputId, body),
  ),
  bind(readChapter, ({ caller, params }) => outputs.readChapter(caller.actor, params.chapterId)),
  bind(editChapter, ({ caller, params, body }) => outputs.editChapter(caller.actor, params.chapterId, body)),
  bind(readContent, async ({ caller, params, query, reply }) => {
    if (query.format === 'docx') return wordDocument(caller, params.chapterId, reply);
    const { type, value } = await content.chapter(params.chapterId, query.format);
    if (type) reply.type(type);
    // What people wrote is never a page of this workspace, even where a browser is led straight to it (K8).
    reply.header(
      'Content-Security-Policy',
      "default-src 'none'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    return value;
  }),
  bind(readOutputContent, ({ caller, params }) => content.output(caller.actor, params.outputId)),
];

import type { DocumentJson } from '@accord/shared/manuscript/document';
import type { CONTENT_FORMATS } from '@accord/shared/outputs/outputs';
import { compareVersions, readVersionContent } from '@accord/shared/versions/comparing';
import { type BoundEndpoint, bind, type Caller, type Reply } from '../http/bind';
import type { Permit } from '../http/permit';
import type { Comparing } from './comparing';
import type { Versions } from './versions';

/** Renders a chapter's text in one format; `type` is null where the value goes out as JSON. */
export type RenderText = (
  chapterId: string,
  json: DocumentJson,
  format: (typeof CONTENT_FORMATS)[number],
) => { readonly type: string | null; readonly value: DocumentJson | string };

/** Makes a Word document of a version, and says in the reply how it is to be saved. */
type WordDocument = (
  caller: Caller,
  version: { readonly chapterId: string; readonly versionId: string },
  reply: Reply,
) => Promise<string | Uint8Array<ArrayBuffer>>;

/** The HTTP side of comparing and reading versions. Both name a version: the permission table is asked here, about its chapter. */
export const comparingRoutes = (
  comparing: Comparing,
  versions: Pick<Versions, 'find' | 'read'>,
  permit: Permit,
  render: RenderText,
  wordDocument: WordDocument,
): BoundEndpoint[] => [
  bind(compareVersions, async ({ caller, query }) => {
    for (const id of [query.from, query.to])
      if (id !== 'now') permit.demand(caller, 'chapter.read', (await versions.find(id)).chapterId);
    return comparing.compare(query.from, query.to);
  }),
  bind(readVersionContent, async ({ caller, params, query, reply }) => {
    const { chapterId } = await versions.find(params.versionId);
    permit.demand(caller, 'chapter.read', chapterId);
    if (query.format === 'docx') return wordDocument(caller, { chapterId, ...params }, reply);
    const { json } = await versions.read(chapterId, params.versionId);
    const { type, value } = render(chapterId, json, query.format);
    if (type) reply.type(type);
    reply.header('Content-Security-Policy', TEXT_ONLY);
    return value;
  }),
];

/** What people wrote is never a page of this workspace, even where a browser is led straight to it (K8). */
const TEXT_ONLY =
  "default-src 'none'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

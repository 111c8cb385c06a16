import {
  createVersion,
  listContributors,
  listVersions,
  restoreVersion,
} from '@accord/shared/versions/versions';
import { type BoundEndpoint, bind } from '../http/bind';
import type { Restoring } from './restoring';
import type { Versions } from './versions';

/** The HTTP side of versions. */
export const versionRoutes = (versions: Versions, restoring: Restoring): BoundEndpoint[] => [
  bind(listVersions, ({ params }) => versions.list(params.chapterId)),
  bind(listContributors, ({ params }) => versions.contributors(params.chapterId)),
  bind(createVersion, ({ caller, params, body }) =>
    versions.record(params.chapterId, { kind: 'named', personId: caller.personId, ...body }),
  ),
  bind(restoreVersion, ({ caller, params, body }) =>
    restoring.restore(params.chapterId, caller.personId, body.versionId, body.blockId),
  ),
];

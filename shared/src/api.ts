import * as comments from './comments/comments';
import * as exporting from './export/export';
import type { Endpoint } from './kernel/endpoint';
import * as notices from './notices/notices';
import * as outputs from './outputs/outputs';
import * as administration from './people/administration';
import * as people from './people/people';
import * as signingIn from './people/signing-in';
import * as review from './review/review';
import * as suggestions from './suggestions/suggestions';
import * as attribution from './versions/attribution';
import * as comparing from './versions/comparing';
import * as versions from './versions/versions';

/** Whether an export of a feature's module is an endpoint, not a schema or a constant. */
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'permission' in value;

/** Every endpoint there is; the server binds each, the OpenAPI page describes each. */
export const ENDPOINTS: readonly Endpoint[] = [
  signingIn,
  people,
  administration,
  outputs,
  exporting,
  versions,
  comparing,
  attribution,
  notices,
  comments,
  suggestions,
  review,
].flatMap((feature) => Object.values<unknown>(feature).filter(isEndpoint));

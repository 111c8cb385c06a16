import { z } from 'zod';
import type { Action } from '../access/action';
import type { FailureCode } from './failure';

/**
 * Who may call an endpoint.
 * - `public`: anybody, also without a session.
 * - `signed-in`: any active person with a session.
 * - an action asked of the one permission table, on the workspace or on the object whose id stands in the path
 *   parameter `param`.
 */
export type Permission =
  | 'public'
  | 'signed-in'
  | { readonly action: Action; readonly on: 'workspace' }
  | { readonly action: Action; readonly on: 'output' | 'chapter'; readonly param: string };

/** Shape of one HTTP endpoint, declared once: the server's route, the client's call and OpenAPI come from it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Asked extends Permission = Permission,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Express style, e.g. `/api/outputs/:outputId`. */
  readonly path: string;
  /** One plain sentence for the OpenAPI page. */
  readonly summary: string;
  readonly permission: Asked;
  readonly params: Params;
  readonly query: Query;
  /** JSON body; for endpoints with `rawBody` the bytes arrive unparsed and this is `z.undefined()`. */
  readonly body: Body;
  readonly rawBody?: { readonly types: readonly string[]; readonly maxBytes: number };
  readonly output: Output;
  /** Content type of the reply when it is not JSON (then `output` describes a string or bytes). */
  readonly contentType?: string;
  readonly failures: readonly FailureCode[];
}

type Filled<T extends z.ZodType | undefined, Otherwise extends z.ZodType> = T extends z.ZodType
  ? T
  : Otherwise;

/** Declares an endpoint; parts left out mean "none". */
export function endpoint<
  const Asked extends Permission,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Output extends z.ZodType | undefined = undefined,
  Raw extends Endpoint['rawBody'] = undefined,
>(declaration: {
  method: Endpoint['method'];
  path: string;
  summary: string;
  permission: Asked;
  params?: Params;
  query?: Query;
  body?: Body;
  rawBody?: Raw;
  output?: Output;
  contentType?: string;
  failures?: readonly FailureCode[];
}): Endpoint<
  Filled<Params, z.ZodUndefined>,
  Filled<Query, z.ZodUndefined>,
  Filled<Body, z.ZodUndefined>,
  Filled<Output, z.ZodVoid>,
  Asked
> &
  (Raw extends object ? { readonly rawBody: Raw } : unknown) {
  return {
    failures: [],
    params: z.undefined(),
    query: z.undefined(),
    body: z.undefined(),
    output: z.void(),
    ...declaration,
  } as never;
}

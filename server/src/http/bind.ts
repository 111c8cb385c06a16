import type { Actor } from '@accord/shared/access/decide';
import type { Endpoint } from '@accord/shared/kernel/endpoint';
import type { z } from 'zod';

/** The signed-in person behind a request, as the session and the records know them now. */
export interface Caller {
  readonly personId: string;
  readonly sessionId: string;
  readonly actor: Actor;
}

/** What a handler may set on its reply beside the value it returns. */
export interface Reply {
  /** Content type of a string or of bytes; without it a value goes out as JSON. */
  type(contentType: string): void;
  header(name: string, value: string): void;
  /** Hands the browser this session, or takes its session away (null). */
  session(token: string | null): void;
}

/** One validated, permitted call of an endpoint. */
export interface Call<Params, Query, Body, Who> {
  readonly params: Params;
  readonly query: Query;
  /** The checked JSON; bytes (`Uint8Array`) where the endpoint takes a raw body. */
  readonly body: Body;
  /** Null only on public endpoints. */
  readonly caller: Who;
  /** Network address of the caller, for limits; a proxy's word for it counts only where configured. */
  readonly address: string;
  /** The browser's description of itself, at most 300 characters. */
  readonly device: string;
  readonly reply: Reply;
}

export type Handler = (call: Call<never, never, never, never>) => unknown;

/** An endpoint with the function that answers it; features hand lists of these to the composition. */
export interface BoundEndpoint {
  readonly endpoint: Endpoint;
  readonly handler: Handler;
}

type Who<Permission> = Permission extends 'public' ? Caller | null : Caller;

/**
 * Ties a declared endpoint to its handler. By the time the handler runs, the person is known, the permission table has
 * said yes, and params, query and body have passed their schemas. What it returns is checked against the endpoint's
 * output; a `Failure` it throws becomes problem+json.
 */
export function bind<E extends Endpoint>(
  endpoint: E,
  handler: (
    call: Call<
      z.output<E['params']>,
      z.output<E['query']>,
      E extends { rawBody: object } ? Uint8Array : z.output<E['body']>,
      Who<E['permission']>
    >,
  ) => z.input<E['output']> | Promise<z.input<E['output']>>,
): BoundEndpoint {
  return { endpoint, handler: handler as Handler };
}

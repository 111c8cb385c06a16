import type { Endpoint } from '@accord/shared/kernel/endpoint';
import { Failure, Problem } from '@accord/shared/kernel/failure';
import type { z } from 'zod';

/** Any declared endpoint, whatever its shapes. */
export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** What a call has to bring: the parts the endpoint declares, and nothing else. */
export type CallInput<E extends AnyEndpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>> &
  Part<'body', z.input<E['body']>>;

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [Key in Name]?: undefined }
  : Record<string, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };

/** The second argument of a call: may be left out when the endpoint needs nothing. */
export type CallArguments<E extends AnyEndpoint> =
  Record<string, never> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];

export type CallOutput<E extends AnyEndpoint> = z.output<E['output']>;

/**
 * Calls an endpoint of the server and checks the reply against its declared shape.
 *
 * @throws Failure with the server's code; `unavailable` when the server can't be reached; `internal` when its reply
 *   is not what was declared. An aborted call throws the signal's reason.
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<CallOutput<E>> {
  const { body } = input as { body?: unknown };
  let response: Response;
  try {
    response = await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Failure('unavailable', 'the server could not be reached', { cause });
  }
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) throw failureOf(response.status, text);
  return outputOf(endpoint, type.includes('json') ? parseJson(text) : text || undefined);
}

/** The address of an endpoint with its parameters and query filled in. */
export function addressOf<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>): string {
  const { params, query } = input as { params?: Record<string, string>; query?: Record<string, unknown> };
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params?.[name];
    if (value === undefined)
      throw new Failure('bad-request', `parameter ${name} of ${endpoint.path} is missing`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Turns an error reply (RFC 9457 problem details) into the Failure it stands for. */
export function failureOf(status: number, text: string): Failure {
  const problem = Problem.safeParse(parseJson(text));
  if (problem.success) {
    const { code, detail, title, fields, retryAfter } = problem.data;
    return new Failure(code, detail ?? title, {
      ...(fields ? { fields } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  }
  // Not ours: a proxy between us and the server answered.
  if (status === 413) return new Failure('too-large');
  if (status === 429) return new Failure('too-many-requests');
  return new Failure(status >= 502 ? 'unavailable' : 'internal', `HTTP ${status} without problem details`);
}

/** Checks a reply against the endpoint's declaration. */
export function outputOf<E extends AnyEndpoint>(endpoint: E, reply: unknown): CallOutput<E> {
  const checked = endpoint.output.safeParse(reply);
  if (checked.success) return checked.data as CallOutput<E>;
  throw new Failure('internal', `the reply of ${endpoint.method} ${endpoint.path} is not as declared`, {
    cause: checked.error,
  });
}

/** Undefined for anything that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

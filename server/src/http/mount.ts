import type { Action } from '@accord/shared/access/action';
import type { Subject } from '@accord/shared/access/decide';
import type { Endpoint } from '@accord/shared/kernel/endpoint';
import { Failure } from '@accord/shared/kernel/failure';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { BoundEndpoint, Call, Caller } from './bind';
import { refusalOf } from './permit';
import { parseInput, toFailure } from './problem';
import { sessionCookie } from './session-cookie';

/** What the routes need to know about people and objects, from whoever keeps them. */
export interface Doorkeeper {
  authenticate(cookieHeader: string | undefined): Promise<Caller | null>;
  /** The object as the permission table sees it; null when there is none. */
  subject(kind: 'output' | 'chapter', id: string): Promise<Subject | null>;
  /** Told of every refusal for want of permission, for the audit log. */
  refused(caller: Caller, endpoint: Endpoint, failure: Failure): Promise<void>;
  /** @throws Failure('too-many-requests') when this person or address asks too often */
  admit(caller: Caller | null, address: string, endpoint: Endpoint): Promise<void>;
}

export interface CookieRules {
  readonly secure: boolean;
  /** Seconds. */
  readonly maxAge: number;
}

/** JSON bodies: small for strangers; for people large enough for an import. */
const STRANGERS_BODY = 16 * 1024;
const PERSONS_BODY = 4 * 1024 * 1024;

/** Puts every bound endpoint on the router. */
export function mount(
  router: Router,
  endpoints: readonly BoundEndpoint[],
  door: Doorkeeper,
  cookie: CookieRules,
): void {
  for (const bound of endpoints) {
    const method = bound.endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    router[method](bound.endpoint.path, answer(bound, door, cookie));
  }
}

function answer({ endpoint, handler }: BoundEndpoint, door: Doorkeeper, cookie: CookieRules): RequestHandler {
  const readBody = bodyReader(endpoint);
  return async (request, response) => {
    const caller = await door.authenticate(request.headers.cookie);
    const address = request.ip ?? '';
    await door.admit(caller, address, endpoint);
    const params = readParams(endpoint, request);
    await ask(endpoint, door, caller, params);
    const call: Call<unknown, unknown, unknown, Caller | null> = {
      params,
      query: endpoint.query instanceof z.ZodUndefined ? undefined : parseInput(endpoint.query, request.query),
      body: await readBody(request, response),
      caller,
      address,
      device: (request.headers['user-agent'] ?? '').slice(0, 300),
      reply: {
        type: (contentType) => void response.type(contentType),
        header: (name, value) => void response.setHeader(name, value),
        session: (token) => void response.append('Set-Cookie', sessionCookie(token, cookie)),
      },
    };
    let value: unknown;
    try {
      value = await handler(call as never);
    } catch (error) {
      const failure = toFailure(error);
      if (caller && failure.code === 'not-allowed') await door.refused(caller, endpoint, failure);
      throw error;
    }
    send(endpoint, response, value);
  };
}

/** An id that can't be one names nothing: not found. */
function readParams(endpoint: Endpoint, request: Request): unknown {
  if (endpoint.params instanceof z.ZodUndefined) return undefined;
  const result = endpoint.params.safeParse(request.params);
  if (!result.success) throw new Failure('not-found', 'There is no such object.');
  return result.data;
}

/** Asks the permission table. What may not even be read does not exist. */
async function ask(
  endpoint: Endpoint,
  door: Doorkeeper,
  caller: Caller | null,
  params: unknown,
): Promise<void> {
  const { permission } = endpoint;
  if (permission === 'public') return;
  if (!caller) throw new Failure('not-signed-in', 'Nobody is signed in.');
  if (permission === 'signed-in') return;
  if (permission.on === 'workspace') {
    await demand(endpoint, door, caller, permission.action, { kind: 'workspace' });
    return;
  }
  const id = (params as Record<string, string>)[permission.param];
  const subject = id === undefined ? null : await door.subject(permission.on, id);
  await demand(endpoint, door, caller, permission.action, subject);
}

async function demand(
  endpoint: Endpoint,
  door: Doorkeeper,
  caller: Caller,
  action: Action,
  subject: Subject | null,
): Promise<void> {
  const refusal = refusalOf(caller.actor, action, subject);
  if (!refusal) return;
  if (refusal.code !== 'not-found') await door.refused(caller, endpoint, refusal);
  throw refusal;
}

type BodyReader = (request: Request, response: Response) => Promise<unknown>;

function bodyReader(endpoint: Endpoint): BodyReader {
  const { rawBody } = endpoint;
  if (rawBody) {
    const raw = express.raw({ type: [...rawBody.types], limit: rawBody.maxBytes, inflate: false });
    return async (request, response) => {
      if (!request.is([...rawBody.types]))
        throw new Failure('unsupported-media', 'The body’s type is not taken here.');
      await run(raw, request, response);
      const bytes: unknown = request.body;
      if (!(bytes instanceof Uint8Array) || bytes.length === 0)
        throw new Failure('bad-request', 'The body is empty.');
      return bytes;
    };
  }
  if (endpoint.body instanceof z.ZodUndefined) return async () => undefined;
  const json = express.json({ limit: endpoint.permission === 'public' ? STRANGERS_BODY : PERSONS_BODY });
  return async (request, response) => {
    // Only JSON, so that no form of another site can be taken for a call.
    if (!request.is('application/json'))
      throw new Failure('unsupported-media', 'The body must be application/json.');
    await run(json, request, response);
    return parseInput(endpoint.body, request.body ?? {});
  };
}

const run = (middleware: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    middleware(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });

/** Checks the value against the declaration, then sends it; a value that does not fit is our fault, never sent. */
function send(endpoint: Endpoint, response: Response, value: unknown): void {
  const checked = endpoint.output.safeParse(value);
  if (!checked.success) {
    throw new Failure('internal', `${endpoint.method} ${endpoint.path} answered in the wrong form.`, {
      cause: checked.error,
    });
  }
  const { data } = checked;
  if (data === undefined) {
    response.status(204).end();
    return;
  }
  if (endpoint.contentType && !response.getHeader('Content-Type')) response.type(endpoint.contentType);
  if (data instanceof Uint8Array) response.send(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  else if (typeof data === 'string' && response.getHeader('Content-Type')) response.send(data);
  else response.json(data);
}

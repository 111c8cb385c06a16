import { addressOf, call, failureOf } from '@accord/client/api/call';
import { endpoint } from '@accord/shared/kernel/endpoint';
import { FAILURES, type Failure } from '@accord/shared/kernel/failure';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

const read = endpoint({
  method: 'GET',
  path: '/api/things/:thingId',
  summary: 'A thing.',
  permission: 'signed-in',
  params: z.object({ thingId: z.string() }),
  query: z.object({ archived: z.enum(['true', 'false']).optional(), limit: z.number().optional() }),
  output: z.object({ name: z.string() }),
});
const remove = endpoint({
  method: 'DELETE',
  path: '/api/things/:thingId',
  summary: 'Remove a thing.',
  permission: 'signed-in',
  params: z.object({ thingId: z.string() }),
});
const write = endpoint({
  method: 'POST',
  path: '/api/things',
  summary: 'Make a thing.',
  permission: 'signed-in',
  body: z.object({ name: z.string() }),
  output: z.object({ name: z.string() }),
});

function serverSays(status: number, body: unknown, type = 'application/json'): ReturnType<typeof vi.fn> {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const answer = vi.fn(
    async () => new Response(status === 204 ? null : text, { status, headers: { 'content-type': type } }),
  );
  vi.stubGlobal('fetch', answer);
  return answer;
}
afterEach(() => vi.unstubAllGlobals());

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it was accepted',
    (failure: Failure) => failure.code,
  );

describe('the address of a call', () => {
  it('has its parameters filled in, made safe', () => {
    expect(addressOf(read, { params: { thingId: 'a/b?c' } })).toBe('/api/things/a%2Fb%3Fc');
  });

  it('has the query that was given, and none that was not', () => {
    expect(addressOf(read, { params: { thingId: 'x' }, query: { archived: 'true' } })).toBe(
      '/api/things/x?archived=true',
    );
    expect(addressOf(read, { params: { thingId: 'x' }, query: {} })).toBe('/api/things/x');
  });
});

describe('a call', () => {
  it('gives back what the endpoint declares', async () => {
    serverSays(200, { name: 'A', more: 1 });
    expect(await call(read, { params: { thingId: 'x' } })).toEqual({ name: 'A' });
  });

  it('sends its body as JSON', async () => {
    const answer = serverSays(201, { name: 'A' });
    await call(write, { body: { name: 'A' } });
    const [address, request] = answer.mock.calls[0] as unknown as [string, RequestInit];
    expect(address).toBe('/api/things');
    expect(request).toMatchObject({ method: 'POST', body: '{"name":"A"}' });
  });

  it('takes an empty reply for an endpoint that answers nothing', async () => {
    serverSays(204, undefined);
    expect(await call(remove, { params: { thingId: 'x' } })).toBeUndefined();
  });

  it('refuses a reply that is not as declared', async () => {
    serverSays(200, { title: 'A' });
    expect(await refusal(call(read, { params: { thingId: 'x' } }))).toBe('internal');
  });

  it('says that the server is away when no answer comes', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusal(call(read, { params: { thingId: 'x' } }))).toBe('unavailable');
  });

  it('throws what ended it when it is aborted, no failure of the server', async () => {
    const stop = new AbortController();
    vi.stubGlobal('fetch', async () => Promise.reject(stop.signal.reason));
    stop.abort(new DOMException('left the page', 'AbortError'));
    await expect(call(read, { params: { thingId: 'x' } }, stop.signal)).rejects.toThrow('left the page');
  });
});

describe('a refusal of the server', () => {
  it.each(Object.entries(FAILURES))(
    '%s travels with its fields and when to try again',
    async (code, status) => {
      serverSays(status, {
        type: 'about:blank',
        title: 'No',
        status,
        code,
        detail: 'because',
        fields: [{ path: 'name', message: 'too short' }],
        retryAfter: 7,
      });
      const failure: Failure = await call(read, { params: { thingId: 'x' } }).then(
        () => Promise.reject(new Error('it was accepted')),
        (error) => error,
      );
      expect(failure).toMatchObject({
        code,
        message: 'because',
        retryAfter: 7,
        fields: [{ path: 'name', message: 'too short' }],
      });
    },
  );

  it('of a proxy in between, which knows nothing of our codes, still says something true', () => {
    expect(failureOf(502, '<html>Bad gateway</html>').code).toBe('unavailable');
    expect(failureOf(413, '').code).toBe('too-large');
    expect(failureOf(429, '').code).toBe('too-many-requests');
    expect(failureOf(500, '{"code":"made-up"}').code).toBe('internal');
  });
});

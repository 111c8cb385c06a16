import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '@accord/server/compose';
import { readConfig } from '@accord/server/config';
import { openStorage } from '@accord/server/storage/open-storage';
import { ENDPOINTS } from '@accord/shared/api';
import { Failure, type Problem } from '@accord/shared/kernel/failure';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PASSWORD, startWorkspace } from './workspace';

/** A request with headers that fetch would not send. */
function raw(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const { method = 'GET', headers = {}, body } = options;
    const call = request({ hostname, port, path, method, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

describe('every refusal is problem+json with a code', () => {
  it.each([
    ['POST', '/api/session', '{"email":', 400, 'bad-request'],
    ['POST', '/api/session', '[]', 422, 'invalid-input'],
    ['POST', '/api/session', 'null', 400, 'bad-request'],
    ['POST', '/api/session', '{"email":1,"password":{}}', 422, 'invalid-input'],
    ['POST', '/api/session', `{"email":"${'x'.repeat(20_000)}"}`, 413, 'too-large'],
    ['GET', '/api/nowhere', undefined, 404, 'not-found'],
    ['DELETE', '/api/sessions/%E0%A4%A', undefined, 400, 'bad-request'],
    ['GET', '/api/audit?limit=x', undefined, 401, 'not-signed-in'],
    ['PATCH', '/live', undefined, 404, 'not-found'],
    ['GET', '/api/people/../audit', undefined, 401, 'not-signed-in'],
  ])('%s %s %s → %i %s', async (method, path, body, status, code) => {
    const { visitor } = await startWorkspace();
    const reply = await visitor().ask<Problem>(method, path, body);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.body).toMatchObject({ type: `urn:accord:${code}`, status, code });
    expect(reply.status).toBe(status);
    expect(reply.body.title).not.toBe('');
  });

  it('names each wrong field', async () => {
    const { visitor } = await startWorkspace();
    const { body } = await visitor().ask('POST', '/api/session', { email: 'a@example.org' });
    expect(body.fields).toEqual([{ path: 'password', message: expect.any(String) }]);
  });

  it('a fault of ours tells the caller nothing of the inside', async () => {
    const { accord, administrator } = await startWorkspace();
    const admin = await administrator();
    accord.storage.log.readJournal = () => Promise.reject(new Error('secret path /var/lib/accord'));
    const reply = await admin.ask('GET', '/api/audit');
    expect([reply.status, reply.body.code]).toEqual([500, 'internal']);
    expect(reply.text).not.toContain('secret path');
  });

  it('while the disk takes nothing, writing says so, reading goes on, /ready is no', async () => {
    const { accord, person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const scope = await accord.storage.records.open({ name: 'people' } as never);
    scope.commit = () => Promise.reject(new Failure('read-only-storage'));
    Object.defineProperty(accord.storage.log, 'readOnly', { value: true });
    const written = await a.ask('PATCH', '/api/me', { name: 'New' });
    expect([written.status, written.body.code]).toEqual([503, 'read-only-storage']);
    expect((await a.ask('GET', '/api/session')).status).toBe(200);
    expect((await a.ask('GET', '/ready')).status).toBe(503);
    expect((await a.ask('GET', '/live')).status).toBe(200);
  });
});

describe('other sites', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a look-alike', { origin: 'http://127.0.0.1.evil.example' }],
    ['the same name on another port', { origin: 'http://127.0.0.1:1' }],
    ['https where we are http', { origin: 'https://SELF' }],
    ['a file or sandboxed frame', { origin: 'null' }],
    ['rubbish', { origin: 'http://' }],
    ['a browser that hides the origin but not the site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    [
      'a name pointed at this machine',
      { origin: 'http://rebound.example:PORT', host: 'rebound.example:PORT' },
    ],
  ])('[K9] %s can’t write with a visitor’s session', async (_, headers) => {
    const { url, person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const { host, port } = new URL(url);
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace('SELF', host).replace('PORT', port),
      ]),
    );
    const reply = await raw(url, '/api/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', cookie: a.cookie ?? '', ...filled },
      body: '{"name":"Mallory"}',
    });
    expect([reply.status, JSON.parse(reply.text).code]).toEqual([403, 'foreign-origin']);
    const me = await a.ask<{ name: string }>('GET', '/api/session');
    expect(me.body.name).toBe('a@example.org');
  });

  it.each([
    ['text/plain', '{"name":"Mallory"}'],
    ['application/x-www-form-urlencoded', 'name=Mallory'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nMallory\r\n--x--',
    ],
    ['application/json-patch', '{"name":"Mallory"}'],
    ['', '{"name":"Mallory"}'],
  ])('[K9] a body sent as "%s" is not taken for a call, not even without an origin', async (type, body) => {
    const { url, person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const reply = await raw(url, '/api/me', {
      method: 'PATCH',
      headers: { ...(type && { 'content-type': type }), cookie: a.cookie ?? '' },
      body,
    });
    expect([reply.status, JSON.parse(reply.text).code]).toEqual([415, 'unsupported-media']);
  });

  it('[K9] with a public address, exactly that one may write', async () => {
    const { url, accord } = await startWorkspace({}, { ACCORD_PUBLIC_URL: 'https://accord.example' });
    await accord.people.add([
      { name: 'A', email: 'a@example.org', partnerId: 'partner-lamap', grants: [], password: PASSWORD },
    ]);
    const from = (origin: string) =>
      raw(url, '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email: 'a@example.org', password: PASSWORD }),
      });
    expect((await from('https://accord.example')).status).toBe(200);
    expect((await from(url)).status).toBe(403);
    expect((await from('http://accord.example')).status).toBe(403);
    expect((await from('https://accord.example.evil.example')).status).toBe(403);
  });

  it('[K9] no GET changes anything: every writing endpoint has another method', async () => {
    const { administrator } = await startWorkspace();
    const admin = await administrator();
    const before = (await admin.ask('GET', '/api/people/accounts')).text;
    for (const endpoint of ENDPOINTS.filter(({ method }) => method !== 'GET')) {
      const path = endpoint.path.replace(/:\w+/g, admin.id);
      await admin.ask('GET', path);
    }
    expect((await admin.ask('GET', '/api/people/accounts')).text).toBe(before);
    expect((await admin.ask('GET', '/api/session')).status).toBe(200);
  });

  it('[K9] no answer allows another site to read it', async () => {
    const { url } = await startWorkspace();
    for (const path of ['/api/session', '/api/openapi.json', '/', '/live']) {
      const { headers } = await raw(url, path, { headers: { origin: 'https://evil.example' } });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});

describe('description', () => {
  it('every endpoint is answered, and none twice', async () => {
    const { accord } = await startWorkspace();
    const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
    const bound = accord.endpoints.map(({ endpoint }) => name(endpoint));
    expect([...new Set(bound)].sort()).toEqual([...bound].sort());
    expect([...bound].sort()).toEqual(ENDPOINTS.map(name).sort());
  });

  it('GET /api/openapi.json describes every endpoint with its permission and its problems', async () => {
    const { visitor } = await startWorkspace();
    const { body } = await visitor().ask<{
      openapi: string;
      paths: Record<string, Record<string, { summary: string; responses: object; 'x-permission': unknown }>>;
    }>('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const endpoint of ENDPOINTS) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      const operation = body.paths[path]?.[endpoint.method.toLowerCase()];
      expect(operation?.summary, path).toBe(endpoint.summary);
      expect(operation?.['x-permission']).toEqual(endpoint.permission);
    }
    const patch = body.paths['/api/people/{personId}']?.patch;
    expect(Object.keys(patch?.responses ?? {}).sort()).toEqual(['200', '401', '403', '404', '409', '422']);
    expect(JSON.stringify(body)).toContain('"administrator":{"type":"boolean"}');
  });

  it('GET /metrics is Prometheus text, without names or ids', async () => {
    const { person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    await a.ask('DELETE', '/api/sessions/some-session-id');
    const { text, headers } = await a.ask('GET', '/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain(
      'accord_http_request_seconds_count{method="DELETE",route="/api/sessions/:sessionId",status="404"} 1',
    );
    expect(text).not.toContain('some-session-id');
  });
});

describe('pages', () => {
  let folder: string;
  let url: string;
  let close: () => Promise<void>;
  const script = `console.log(${JSON.stringify('x'.repeat(5000))});`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-pages-'));
    await mkdir(join(folder, 'dist/assets'), { recursive: true });
    await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Accord</title>');
    await writeFile(join(folder, 'dist/sw.js'), 'self.x = 1;');
    await writeFile(join(folder, 'dist/assets/main-1a2b.js'), script);
    await writeFile(join(folder, 'secret.txt'), 'outside');
    const config = {
      ...readConfig({ PORT: '0', ACCORD_LOG_LEVEL: 'silent' }),
      clientFolder: join(folder, 'dist'),
    };
    const accord = await compose(config, { storage: await openStorage({ kind: 'memory' }) });
    ({ url, close } = accord);
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  it.each(['/', '/welcome', '/chapters/abc', '/outputs/abc/read'])(
    '%s is the page, asked for anew each time',
    async (path) => {
      const { status, headers, text } = await raw(url, path);
      expect([status, text]).toEqual([200, '<!doctype html><title>Accord</title>']);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      const again = await raw(url, path, { headers: { 'if-none-match': String(headers.etag) } });
      expect([again.status, again.text]).toEqual([304, '']);
    },
  );

  it('files with a hash in their name are kept for good, the service worker never', async () => {
    const asset = await raw(url, '/assets/main-1a2b.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.text).toBe(script);
    expect((await raw(url, '/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['br', 'gzip'])('scripts travel compressed as %s', async (encoding) => {
    const { headers, text } = await raw(url, '/assets/main-1a2b.js', {
      headers: { 'accept-encoding': encoding },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(text.length).toBeLessThan(500);
    const reply = await fetch(`${url}/assets/main-1a2b.js`, { headers: { 'accept-encoding': encoding } });
    expect(await reply.text()).toBe(script);
  });

  it('a changed file is served changed', async () => {
    await writeFile(join(folder, 'dist/note.txt'), 'one');
    expect((await raw(url, '/note.txt')).text).toBe('one');
    await writeFile(join(folder, 'dist/note.txt'), 'longer');
    expect((await raw(url, '/note.txt')).text).toBe('longer');
  });

  it.each([
    '/assets/gone-1a2b.js',
    '/favicon.ico',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%00',
    '/x%',
  ])('%s is not there, and nothing outside the folder is', async (path) => {
    const { status, text } = await raw(url, path);
    expect(text).not.toContain('outside');
    if (status !== 200) expect([400, 404]).toContain(status);
    else expect(text).toContain('<title>Accord</title>');
  });

  it('[K8] a strict policy: no inline script or style, no other site', async () => {
    const { headers } = await raw(url, '/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).toContain(`connect-src 'self' ws://${new URL(url).host}`);
    expect(policy).not.toMatch(/unsafe|https?:\/\/|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('[K8] what the API answers can never act as a page', async () => {
    const { headers } = await raw(url, '/api/openapi.json');
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none';sandbox");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('[K8] a Host header can’t write into the policy', async () => {
    const { headers } = await raw(url, '/', { headers: { host: "x; script-src 'unsafe-inline'" } });
    expect(String(headers['content-security-policy'])).not.toContain('unsafe-inline');
  });
});

describe('settings', () => {
  it.each([
    ['PORT', 'x'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '44 00'],
    ['HOST', 'not a host'],
    ['HOST', 'http://127.0.0.1'],
    ['ACCORD_PUBLIC_URL', 'accord.example'],
    ['ACCORD_PUBLIC_URL', 'https://accord.example/app'],
    ['ACCORD_PUBLIC_URL', 'ftp://accord.example'],
    ['ACCORD_LOG_LEVEL', 'loud'],
    ['ACCORD_PROXY_HOPS', 'all'],
    ['ACCORD_DEMO', 'yes'],
  ])('%s=%s ends the start with one line that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^${name} is "[^"\\n]+", but must be [^\\n]+\\.$`),
    );
  });

  it('are what the contract says when nothing is set', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toMatchObject({
      port: 4400,
      host: '127.0.0.1',
      dataFolder: join(process.cwd(), 'data'),
      publicUrl: null,
      demo: false,
    });
    expect(readConfig({ ACCORD_PUBLIC_URL: 'https://accord.example/' }).publicUrl).toBe(
      'https://accord.example',
    );
  });

  it('closing twice is closing once', async () => {
    const accord = await compose(readConfig({ PORT: '0', ACCORD_LOG_LEVEL: 'silent' }), {
      storage: await openStorage({ kind: 'memory' }),
    });
    onTestFinished(() => accord.close());
    await Promise.all([accord.close(), accord.close()]);
    await expect(fetch(accord.url)).rejects.toThrow();
  });
});

describe('floods', () => {
  it('[X9] who asks too often gets 429; others are unaffected', async () => {
    const { person } = await startWorkspace({ rates: { reads: 5, writes: 3 } });
    const a = await person({ email: 'a@example.org' });
    const b = await person({ email: 'b@example.org' });
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await a.ask('GET', '/api/session')).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    expect((await b.ask('GET', '/api/session')).status).toBe(200);
  });
});

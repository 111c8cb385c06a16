import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Output } from '@accord/shared/outputs/outputs';
import type { Me } from '@accord/shared/people/people';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { dataFolder, freePort } from '../kit/server-process';
import { Visitor } from './workspace';

const SERVER = new URL('../../server/', import.meta.url);
const TSX = pathToFileURL(createRequire(fileURLToPath(new URL('package.json', SERVER))).resolve('tsx'));

/** The server as its own process, from its sources. */
function run(environment: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--import', TSX.href, fileURLToPath(new URL('src/main.ts', SERVER))],
    {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const out: string[] = [];
  const err: string[] = [];
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out.push(line);
      const url = /^Accord is ready at (\S+)$/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
  createInterface({ input: child.stderr }).on('line', (line) => err.push(line));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, out, err, ready, ended };
}

async function folder(): Promise<string> {
  const made = await dataFolder();
  onTestFinished(() => made.remove());
  return made.path;
}

describe('starting', () => {
  it('says where it is and how its administrator comes in; started again, people and outputs are there', async () => {
    const data = await folder();
    const first = run({ PORT: '0', ACCORD_DATA: data });
    const url = await first.ready;
    await expect.poll(() => first.out.join('\n')).toContain(`${url}/welcome#token=`);
    const link = first.out.join('\n').match(/#token=(\S+)/)?.[1];
    const root = new Visitor(url);
    const me = await root.ask<Me>('POST', '/api/tokens/redeem', { token: link });
    expect(me.body.administrator).toBe(true);
    const outputs = await root.ask<Output[]>('GET', '/api/outputs');
    expect(outputs.body.length).toBeGreaterThan(5);
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.err).toEqual([]);

    const second = run({ PORT: '0', ACCORD_DATA: data });
    const again = new Visitor(await second.ready);
    again.cookie = root.cookie;
    expect((await again.ask<Output[]>('GET', '/api/outputs')).body).toEqual(outputs.body);
  });

  it('[D17] a second one on the same data folder says so in one line and ends', async () => {
    const data = await folder();
    const first = run({ PORT: '0', ACCORD_DATA: data });
    await first.ready;
    const second = run({ PORT: '0', ACCORD_DATA: data });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.out).toEqual([]);
    expect(second.err).toHaveLength(1);
    expect(second.err[0]).toContain(data);
  });

  it('a taken port ends it with one line that names the port, and frees the data folder', async () => {
    const data = await folder();
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((listening) => other.listen(port, '127.0.0.1', listening));
    onTestFinished(() => void other.close());
    const refused = run({ PORT: String(port), ACCORD_DATA: data });
    expect(await refused.ended).toEqual({ code: 1, signal: null });
    expect(refused.err).toHaveLength(1);
    expect(refused.err[0]).toContain(`Port ${port}`);
    const free = run({ PORT: '0', ACCORD_DATA: data });
    expect(await free.ready).toContain('http://127.0.0.1:');
  });

  it('listening on every address, it gives a link that can be opened, and says what others need', async () => {
    const server = run({ PORT: '0', HOST: '0.0.0.0', ACCORD_DATA: await folder() });
    const port = new URL(await server.ready).port;
    await expect.poll(() => server.out.join('\n')).toContain(`http://127.0.0.1:${port}/welcome#token=`);
    expect(server.out.join('\n')).toContain('ACCORD_PUBLIC_URL');
  });

  it.each([
    ['PORT', 'nine'],
    ['HOST', '256.256.256.256.256/x'],
    ['HOST', '192.0.2.1'],
    ['ACCORD_PUBLIC_URL', 'accord'],
    ['ACCORD_LOG_LEVEL', 'loud'],
    ['ACCORD_DATA', '/dev/null/data'],
  ])('%s=%s ends it with one line', async (name, value) => {
    const { ended, err, out } = run({ PORT: '0', ACCORD_DATA: await folder(), [name]: value });
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(out).toEqual([]);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(value);
  });
});

describe('ending', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '[D15] on %s, twice, it tells the sockets, lets nobody hold it up, and ends with 0',
    async (signal) => {
      const server = run({ PORT: '0', ACCORD_DATA: await folder() });
      const url = await server.ready;
      await expect.poll(() => server.out.length).toBeGreaterThan(1);
      const root = new Visitor(url);
      await root.ask('POST', '/api/tokens/redeem', {
        token: server.out.join('\n').match(/#token=(\S+)/)?.[1],
      });
      const outputs = await root.ask<Output[]>('GET', '/api/outputs');
      const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${outputs.body[0]?.chapters[0]?.id}`, {
        headers: { cookie: root.cookie ?? '', origin: url },
      });
      await new Promise((opened) => socket.once('message', opened));
      const closed = new Promise<number>((resolve) => socket.once('close', resolve));
      server.child.kill(signal);
      server.child.kill(signal);
      expect(await closed).toBe(1001);
      expect(await server.ended).toEqual({ code: 0, signal: null });
      expect(server.err).toEqual([]);
    },
  );
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A new empty data folder; `remove` deletes it. */
export async function dataFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'accord-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The built server as its own process, as a person runs it: it can be killed and started again. */
export class ServerProcess {
  readonly url: string;
  /** Everything it printed so far, line by line. */
  readonly lines: string[] = [];
  private child: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    readonly data: string,
    private readonly env: Record<string, string>,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts on `data` and resolves once it says that it is ready. */
  static async start(options: {
    data: string;
    demo?: boolean;
    port?: number;
    env?: Record<string, string>;
  }): Promise<ServerProcess> {
    const env = { ...(options.demo ? { ACCORD_DEMO: 'true' } : {}), ...options.env };
    const server = new ServerProcess(options.port ?? (await freePort()), options.data, env);
    await server.start();
    return server;
  }

  /** Starts (again), on the same port and data. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'server/dist/main.js')], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        ACCORD_DATA: this.data,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    await new Promise<void>((ready, failed) => {
      const read = (line: string) => {
        this.lines.push(line);
        if (line.startsWith('Accord is ready')) ready();
      };
      for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
      child.once('exit', (code) =>
        failed(new Error(`the server ended with ${code}:\n${this.lines.slice(-20).join('\n')}`)),
      );
    });
  }

  /** Ends it as a power cut would, and waits until the process is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop; resolves with its exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((exited) => child.once('exit', exited));
    child.kill(signal);
    return gone;
  }
}

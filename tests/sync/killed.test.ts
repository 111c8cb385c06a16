import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openStorage } from '@accord/server/storage/open-storage';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { dataFolder } from '../kit/server-process';
import { Participant, type Place } from './participant';
import { SEED, seededRandom } from './seed';
import { words } from './writing';

const PEOPLE = Array.from({ length: 8 }, (_, n) => `person-${n}`);
const CHAPTER = 'chapter-1';
const TSX = pathToFileURL(
  createRequire(fileURLToPath(new URL('../../server/package.json', import.meta.url))).resolve('tsx'),
);

/** The engine in its own process. */
class EngineProcess implements Place {
  readonly door = { invite: (person: string) => `accord_session=session-${person}` };
  private port = 0;
  private child: ChildProcess | null = null;

  constructor(private readonly folder: string) {}

  get url(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { folder, port } = this;
    const child = fork(
      fileURLToPath(new URL('./engine-process.ts', import.meta.url)),
      [JSON.stringify({ folder, port, people: PEOPLE })],
      {
        execArgv: ['--import', TSX.href],
      },
    );
    this.child = child;
    this.port = await new Promise<number>((ready, failed) => {
      child.once('message', (told: { port: number }) => ready(told.port));
      child.once('exit', (code) => failed(new Error(`the engine ended with ${code}`)));
    });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return null;
    const gone = new Promise<number | null>((exited) => child.once('exit', exited));
    child.kill(signal);
    return gone;
  }
}

describe(`a server process that ends while people write, seed ${SEED}`, () => {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    '[D1] [D15] %s, four times: no acknowledged word is missing, none is doubled',
    async (signal) => {
      const random = seededRandom(SEED);
      const data = await dataFolder();
      const engine = new EngineProcess(data.path);
      endings.push(
        () => data.remove(),
        () => engine.end('SIGKILL'),
      );
      const people = PEOPLE.map((name) => new Participant(name, CHAPTER));
      endings.push(async () => {
        for (const person of people) person.disconnect();
      });
      let written = 0;
      for (let round = 0; round < 4; round++) {
        await engine.start();
        for (const person of people) {
          await person.connect(engine);
          await person.until(() => person.synced);
        }
        const enough = written + 40 + Math.floor(random() * 60);
        const acknowledged = () => people.reduce((total, person) => total + person.acknowledged.size, 0);
        const goal = acknowledged() + 20;
        while (written < enough || acknowledged() < goal) {
          for (const person of people) if (random() < 0.5) person.write(`w${written++}`);
          await new Promise((next) => setImmediate(next));
        }
        const code = await engine.end(signal);
        if (signal === 'SIGTERM') expect(code).toBe(0);
        await Promise.all(people.map((person) => person.until(() => !person.connected)));
        const kept = [...people].flatMap((person) => [...person.acknowledged]);
        const stored = await onDisk(data.path);
        expect(stored.length).toBe(new Set(stored).size);
        expect(kept.filter((word) => !stored.includes(word))).toEqual([]);
        // What was written while the server was gone.
        for (const person of people) person.write(`w${written++}`);
      }
      await engine.start();
      for (const person of people) await person.connect(engine);
      await Promise.all(people.map((person) => person.until(() => person.words().length === written)));
      expect(new Set(people.map((person) => person.words().join())).size).toBe(1);
      await engine.end('SIGTERM');
      expect([...(await onDisk(data.path))].sort()).toEqual(
        Array.from({ length: written }, (_, n) => `w${n}`).sort(),
      );
    },
  );
});

/** The chapter's words as another process finds them. */
async function onDisk(folder: string): Promise<string[]> {
  const storage = await openStorage({ kind: 'embedded', folder });
  const stored = await storage.log.load(CHAPTER);
  await storage.close();
  const doc = new Y.Doc();
  if (stored?.base) Y.applyUpdate(doc, stored.base);
  for (const { update } of stored?.tail ?? []) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.getXmlFragment(FRAGMENT).length).toBeGreaterThan(0);
  return words(doc);
}

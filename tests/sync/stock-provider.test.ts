import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../kit/server-process';
import { CHAPTER } from './chapter';
import { Engine } from './engine';

interface Told {
  words?: string[];
  synced?: boolean;
  complaints?: string[];
  present?: { user?: Record<string, unknown> }[];
  closed?: number;
}

/** npm's y-websocket in a process of its own. */
class StockClient {
  told: Told = {};
  private readonly child: ChildProcess;
  private looks = new Set<() => void>();

  constructor(engine: Engine, person: string, access: 'write' | 'read' = 'write') {
    const place = {
      url: engine.url,
      chapter: CHAPTER,
      cookie: engine.door.invite(person, access),
      origin: engine.origin,
    };
    this.child = fork(fileURLToPath(new URL('./stock-client.mjs', import.meta.url)), [JSON.stringify(place)]);
    this.child.on('message', (told: Told) => {
      this.told = { ...this.told, ...told };
      for (const look of this.looks) look();
    });
  }

  order(order: { write?: string; present?: object }): void {
    this.child.send(order);
  }

  until(condition: (told: Told) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition(this.told)) return;
        this.looks.delete(look);
        resolve();
      };
      this.looks.add(look);
      look();
    });
  }

  async leave(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.connected) this.child.send({ leave: true });
    await gone;
  }
}

const sorted = (told: Told) => [...(told.words ?? [])].sort();

describe('the stock y-websocket provider', () => {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });
  const stock = (engine: Engine, person: string, access?: 'read') => {
    const client = new StockClient(engine, person, access);
    endings.push(() => client.leave());
    return client;
  };

  it('[A5] two processes converge, and the words outlive the server', async () => {
    const data = await dataFolder();
    endings.push(() => data.remove());
    const first = await Engine.start({ folder: data.path });
    const { port, door } = first;
    const anna = stock(first, 'anna');
    const ben = stock(first, 'ben');
    await anna.until(({ synced }) => synced === true);
    await ben.until(({ synced }) => synced === true);
    for (let n = 0; n < 10; n++) {
      anna.order({ write: `anna ${n}` });
      ben.order({ write: `ben ${n}` });
    }
    const all = [...Array(10).keys()].flatMap((n) => [`anna ${n}`, `ben ${n}`]).sort();
    await anna.until((told) => sorted(told).join() === all.join());
    await ben.until((told) => sorted(told).join() === all.join());
    expect(anna.told.words).toEqual(ben.told.words);
    await first.stop();
    await anna.until(({ synced }) => synced === false);
    anna.order({ write: 'while nobody listened' });

    const second = await Engine.start({ folder: data.path, port, door });
    endings.push(() => second.stop());
    await ben.until(({ words }) => words?.includes('while nobody listened') === true);
    const { json } = await second.rooms.chapters.read(CHAPTER);
    const stored = (json.content ?? []).map((block) => block.content?.[0]?.text ?? '');
    expect(stored).toEqual(ben.told.words);
    expect([...stored].sort()).toEqual([...all, 'while nobody listened'].sort());
    expect(new Set(anna.told.complaints)).toEqual(new Set(['Unable to compute message']));
  });

  it('[U7] sees who else is here, as the server names them', async () => {
    const engine = await Engine.start();
    endings.push(() => engine.stop());
    const anna = stock(engine, 'anna');
    const ben = stock(engine, 'ben');
    anna.order({ present: { name: 'The President', color: 'url(evil)' } });
    await ben.until(({ present }) => present?.some(({ user }) => user?.id === 'anna') === true);
    expect(ben.told.present?.find(({ user }) => user?.id === 'anna')?.user).toEqual({
      id: 'anna',
      name: "anna's name",
      country: 'FI',
    });
    await anna.leave();
    await ben.until(({ present }) => present?.every(({ user }) => user?.id !== 'anna') === true);
  });

  it('[K1] a reader’s provider is closed for good when it writes, and not before', async () => {
    const engine = await Engine.start();
    endings.push(() => engine.stop());
    const anna = stock(engine, 'anna');
    await anna.until(({ synced }) => synced === true);
    anna.order({ write: 'to be read' });
    const reader = stock(engine, 'rita', 'read');
    await reader.until(({ words }) => words?.length === 1);
    reader.order({ write: 'smuggled' });
    await reader.until(({ closed }) => closed === 4403);
    const { json } = await engine.rooms.chapters.read(CHAPTER);
    expect(json.content).toHaveLength(1);
  });
});

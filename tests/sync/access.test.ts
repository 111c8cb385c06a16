import { Failure } from '@accord/shared/kernel/failure';
import { CLOSE } from '@accord/shared/sync/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CHAPTER, Chapter } from './chapter';
import type { Door } from './engine';
import { paragraph, type } from './writing';

describe('who may connect, and for how long', () => {
  let chapter: Chapter;
  beforeEach(async () => {
    chapter = await Chapter.open();
  });
  afterEach(() => chapter.close());

  it('closes by name: not signed in, no such chapter, not allowed', async () => {
    expect(await (await chapter.connect('accord_session=nobody')).ended()).toBe(CLOSE['not-signed-in']);
    expect(await (await chapter.ours('anna', { access: null })).ended()).toBe(CLOSE['not-found']);
    expect(await (await chapter.ours('ben', { access: 'none' })).ended()).toBe(CLOSE['not-allowed']);
  });

  it('answers anything that is no chapter’s address in HTTP', async () => {
    const { engine } = chapter;
    const cookie = engine.door.invite('anna');
    for (const path of [
      '',
      '/',
      '/sync',
      '/sync/',
      '/sync/a',
      '/sync/../etc',
      '/sync/a/b',
      '/other/abcdef',
      '/sync/%00abcd',
    ]) {
      expect(await statusOf(`ws://127.0.0.1:${engine.port}${path}`, { cookie, origin: engine.origin })).toBe(
        404,
      );
    }
  });

  it('[K5] refuses foreign, missing and look-alike origins', async () => {
    const { engine } = chapter;
    const { port } = engine;
    const cookie = engine.door.invite('anna');
    const foreign = [
      undefined,
      '',
      'null',
      'https://evil.example',
      `http://127.0.0.1:${port}.evil.example`,
      `http://127.0.0.1.evil.example:${port}`,
      `http://127.0.0.1:${port}@evil.example`,
      `http://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port + 1}`,
      'http://127.0.0.1',
      `http://localhost:${port}`,
      `HTTP://127.0.0.1:${port} `,
      `file://127.0.0.1:${port}`,
    ];
    for (const origin of foreign) {
      const headers = { cookie, ...(origin === undefined ? {} : { origin }) };
      expect([origin, await statusOf(`${engine.url}/${CHAPTER}`, headers)]).toEqual([origin, 403]);
    }
    expect(await statusOf(`${engine.url}/${CHAPTER}`, { cookie, origin: engine.origin })).toBe(101);
  });

  it('[K5] a name an attacker points at this machine is of no use', async () => {
    const { engine } = chapter;
    const cookie = engine.door.invite('anna');
    const host = `rebound.example:${engine.port}`;
    expect(await statusOf(`${engine.url}/${CHAPTER}`, { cookie, host, origin: `http://${host}` })).toBe(403);
  });

  it('[X9] too many attempts get 429, so that the provider backs off', async () => {
    const strict = await Chapter.open({
      countUpgrade: async () => {
        throw new Failure('too-many-requests');
      },
    });
    const { engine } = strict;
    const cookie = engine.door.invite('anna');
    expect(await statusOf(`${engine.url}/${CHAPTER}`, { cookie, origin: engine.origin })).toBe(429);
    await strict.close();
  });

  it('[P2] lowered while connected: told at once, and nothing more is taken', async () => {
    const { engine } = chapter;
    const anna = await chapter.synced('anna');
    anna.update(paragraph(anna.doc, 'Before'));
    await anna.durable(1);
    engine.door.allow('anna', 'read');
    engine.storage.bus.publish('person-changed', { personId: 'anna' });
    anna.update(type(anna.doc, ' and after'));
    await anna.until(() => anna.last('rejected')?.n === 2);
    expect(anna.last('hello')?.role).toBe('read');
    expect(await chapter.text()).toEqual(['Before']);
  });

  it('[K4] between the notice and the judgement nothing is taken, and then judged by the new permission', async () => {
    const { engine } = chapter;
    const anna = await chapter.synced('anna');
    const held = hold(engine.door);
    engine.door.allow('anna', 'locked');
    engine.storage.bus.publish('chapter-changed', { chapterId: CHAPTER, outputId: 'output-1' });
    anna.update(paragraph(anna.doc, 'Racing'));
    await held.asked;
    // Somebody else's whole round trip lies between.
    const ben = await chapter.synced('ben');
    ben.update(paragraph(ben.doc, 'Bens'));
    await ben.durable(1);
    expect(anna.count('durable')).toBe(0);
    held.answer();
    await anna.until(() => anna.last('rejected')?.reason === 'chapter-locked');
    expect(await chapter.text()).toEqual(['Bens']);
  });

  it('[P2] removed while connected: closed, silent both ways', async () => {
    const { engine } = chapter;
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    engine.door.allow('anna', null);
    engine.storage.bus.publish('person-changed', { personId: 'anna' });
    expect(await anna.ended()).toBe(CLOSE['not-allowed']);
    ben.update(paragraph(ben.doc, 'Unseen'));
    await ben.durable(1);
    expect(anna.count('update')).toBe(0);
  });

  it('[P2] signed out: only that session’s connections close', async () => {
    const { engine } = chapter;
    const phone = await chapter.ours('anna', { session: 'phone' });
    const desk = await chapter.ours('anna', { session: 'desk' });
    await phone.sync();
    await desk.sync();
    engine.door.signOut('phone');
    engine.storage.bus.publish('session-ended', { sessionId: 'phone', personId: 'anna' });
    expect(await phone.ended()).toBe(CLOSE['not-signed-in']);
    desk.update(paragraph(desk.doc, 'Still here'));
    await desk.durable(1);
  });

  it('[K4] a session that ended without a notice is found out', async () => {
    const { engine } = chapter;
    const anna = await chapter.synced('anna');
    engine.door.signOut('session-anna');
    engine.storage.bus.publish('person-changed', { personId: 'anna' });
    expect(await anna.ended()).toBe(CLOSE['not-signed-in']);
  });

  it('[P2] raised while connected: may write at once', async () => {
    const { engine } = chapter;
    const anna = await chapter.synced('anna', 'read');
    engine.door.allow('anna', 'write');
    engine.storage.bus.publish('person-changed', { personId: 'anna' });
    await anna.until(() => anna.last('hello')?.role === 'write');
    anna.update(paragraph(anna.doc, 'Now'));
    await anna.durable(1);
    expect(await chapter.text()).toEqual(['Now']);
  });

  it('[P5] a page of somebody who was signed in here before is turned away before anything of it is taken', async () => {
    const ben = await chapter.synced('ben');
    ben.update(paragraph(ben.doc, 'Bens'));
    await ben.durable(1);
    const page = await chapter.ours('ben', { hello: { person: 'anna' } });
    page.step2(paragraph(page.doc, 'Annas'));
    expect(await page.ended()).toBe(CLOSE['another-person']);
    expect(page.heard).toMatchObject([{ kind: 'hello', person: 'ben' }]);
    expect(await chapter.text()).toEqual(['Bens']);
    const named = await chapter.ours('ben', { hello: { person: 'ben' } });
    await named.sync();
  });

  it('[U9] [D8] an older schema, protocol or generation gets no content', async () => {
    const anna = await chapter.synced('anna');
    anna.update(paragraph(anna.doc, 'Content'));
    await anna.durable(1);
    for (const [hello, reason] of [
      [{ schema: 0 }, 'older-schema'],
      [{ schema: 9 }, 'older-schema'],
      [{ protocol: 0 }, 'older-schema'],
      [{ generation: 7 }, 'older-generation'],
    ] as const) {
      const late = await chapter.ours('ben', { hello });
      late.step1();
      expect(await late.ended()).toBe(CLOSE[reason]);
      expect(late.heard.map(({ kind }) => kind)).toEqual(['hello']);
    }
  });
});

/** Holds the next judgement back, and only that. */
function hold(door: Door): { asked: Promise<void>; answer: () => void } {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    door.before = () => {
      door.before = async () => undefined;
      resolve();
      return answered;
    };
  });
  return { asked, answer };
}

/** Status with which an upgrade is answered; 101 when it succeeds. */
function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((answered) => {
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => {
      answered(101);
      socket.close();
    });
    socket.on('unexpected-response', (request, response) => {
      answered(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('error', () => answered(0));
  });
}

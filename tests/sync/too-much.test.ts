import { CLOSE } from '@accord/shared/sync/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CHAPTER, Chapter } from './chapter';
import type { EngineOptions } from './engine';
import { sync } from './raw-client';
import { paragraph, words } from './writing';

describe('too much', () => {
  let chapter: Chapter;
  afterEach(() => chapter.close());
  const open = async (limits: EngineOptions['limits'] = {}) => {
    chapter = await Chapter.open({ limits });
    return chapter;
  };

  it('[X2] an oversize frame closes 1009; a writer’s first sync may be larger', async () => {
    await open({ frame: 10_000, firstSync: 100_000 });
    const big = paragraph(new Y.Doc(), 'x'.repeat(50_000));
    const reader = await chapter.ours('rita', { access: 'read' });
    reader.step2(big);
    expect(await reader.ended()).toBe(1009);
    const anna = await chapter.ours('anna');
    anna.step2(big);
    await anna.durable(1);
    anna.update(paragraph(anna.doc, 'y'.repeat(50_000)));
    expect(await anna.ended()).toBe(1009);
    const again = await chapter.ours('anna');
    again.step2(paragraph(anna.doc, 'z'.repeat(200_000)));
    expect(await again.ended()).toBe(1009);
    expect(await chapter.text()).toEqual(['x'.repeat(50_000)]);
  });

  it('[X2] a text message, and a flood of unknown kinds, close 4400', async () => {
    await open({ oddities: 20 });
    const anna = await chapter.ours('anna');
    anna.send('hello?');
    expect(await anna.ended()).toBe(CLOSE.malformed);
    const ben = await chapter.ours('ben');
    for (let n = 0; n < 20; n++) ben.send(Uint8Array.of(77, n));
    expect(await ben.ended()).toBe(CLOSE.malformed);
  });

  it('[X9] asking for everything again and again is slowed down by name', async () => {
    await open({ syncBurst: 5, syncRate: 0 });
    const anna = await chapter.ours('anna');
    for (let n = 0; n < 6; n++) anna.step1();
    expect(await anna.ended()).toBe(CLOSE['too-many-requests']);
  });

  it('one person may only hold so many connections', async () => {
    await open({ connections: 3 });
    const tabs = await Promise.all([1, 2, 3].map(() => chapter.ours('anna')));
    for (const tab of tabs) await tab.sync();
    const fourth = await chapter.ours('anna');
    expect(await fourth.ended()).toBe(CLOSE['too-many-requests']);
    tabs[0]?.close();
    await tabs[0]?.ended();
    const fifth = await chapter.ours('anna');
    await fifth.sync();
  });

  const CHUNK = 'x'.repeat(400_000);

  it('[X5] a reader that never reads is closed 1013, and nothing piles up for it', async () => {
    await open({ backlog: 200_000, presenceBacklog: 100_000, drain: 1, document: 1e9 });
    const anna = await chapter.synced('anna');
    const dead = await stalled(chapter, 'dora');
    for (
      let sent = 1;
      !chapter.engine.warnings.some((line) => line.startsWith('a reader takes nothing'));
      sent++
    ) {
      anna.update(paragraph(anna.doc, CHUNK));
      await anna.durable(sent);
      expect(sent).toBeLessThan(500);
    }
    dead.socket.resume();
    expect(await dead.closed).toBe(1013);
  });

  it('[X5] a reader that is slow catches up in one piece', async () => {
    await open({ backlog: 200_000, drain: 60_000, document: 1e9 });
    const anna = await chapter.synced('anna');
    const slow = await chapter.synced('rita', 'read');
    slow.socket.pause();
    for (let sent = 1; sent <= 40; sent++) {
      anna.update(paragraph(anna.doc, `${sent}${CHUNK}`));
      await anna.durable(sent);
    }
    slow.socket.resume();
    await slow.until(() => words(slow.doc).length === 40);
    expect(words(slow.doc)).toEqual(words(anna.doc));
    expect(slow.count('update')).toBeLessThan(40);
  });

  it('[D13] a socket that answers no ping is cut, and a quiet client hears something', async () => {
    await open({ heartbeat: 40 });
    const anna = await chapter.synced('anna');
    const mute = await chapter.synced('mute');
    // As on a half-open line: nothing that arrives is answered.
    mute.socket.pause();
    anna.awareness(1, 1, {});
    while (chapter.engine.rooms.stats().connections > 1) await anna.pinged();
    await anna.until(() => anna.count('awareness') >= 2);
    expect(anna.last('awareness')?.states).toEqual([]);
    expect(anna.closed).toBeNull();
  });

  it('[X8] a chapter nobody has open leaves the memory', async () => {
    await open({ idle: 1 });
    for (let round = 0; round < 20; round++) {
      const client = await chapter.connect(chapter.engine.door.invite('anna'), {}, `chapter-${round}`);
      await client.sync();
      client.update(paragraph(client.doc, 'words'));
      await client.durable(1);
      client.close();
      await client.ended();
    }
    const { rooms } = chapter.engine;
    while (rooms.stats().rooms > 0) await new Promise((next) => setImmediate(next));
    expect(rooms.stats().connections).toBe(0);
    expect((await rooms.chapters.read('chapter-7')).seq).toBe(1);
  });

  it('[X2] thousands of fragments of one message do no harm', async () => {
    await open();
    const anna = await chapter.synced('anna');
    const message = sync(2, paragraph(anna.doc, 'x'.repeat(5000)));
    for (let at = 0; at < message.length; at++)
      anna.socket.send(message.subarray(at, at + 1), { fin: at === message.length - 1 });
    await anna.durable(1);
    expect((await chapter.text())[0]).toHaveLength(5000);
  });
});

/** A connection whose far end reads nothing at all after its first sync. */
async function stalled(chapter: Chapter, person: string) {
  const { engine } = chapter;
  const cookie = engine.door.invite(person, 'read');
  const socket = new WebSocket(`${engine.url}/${CHAPTER}`, { headers: { cookie, origin: engine.origin } });
  await new Promise((open) => socket.once('open', open));
  socket.send(sync(0, Uint8Array.of(0)));
  await new Promise((heard) => socket.once('message', heard));
  socket.pause();
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  return { socket, closed };
}

import { compact } from '@accord/server/rooms/compaction';
import { openStorage } from '@accord/server/storage/open-storage';
import { paragraph as block } from '@accord/shared/manuscript/build';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { dataFolder } from '../kit/server-process';
import { CHAPTER, Chapter } from './chapter';
import { Engine, type EngineOptions } from './engine';
import { change, paragraph, type, words } from './writing';

describe('the life of a chapter', () => {
  let chapter: Chapter;
  afterEach(() => chapter.close());
  const open = async (options: EngineOptions = {}) => {
    chapter = await Chapter.open(options);
    return chapter.engine;
  };

  it('[D15] at the end what has arrived is stored, clients are told to come back, and a second end is none', async () => {
    const engine = await open();
    const anna = await chapter.synced('anna');
    for (let n = 0; n < 50; n++) anna.update(paragraph(anna.doc, `${n}`));
    await anna.durable(1);
    await engine.rooms.close();
    expect(await anna.ended()).toBe(1001);
    const acknowledged = anna.last('durable')?.n ?? 0;
    const stored = await engine.storage.log.load(CHAPTER);
    expect(stored?.tail.length).toBeGreaterThanOrEqual(acknowledged);
    await engine.rooms.close();
  });

  it('compacts a long tail while people write, without a word or an owner lost', async () => {
    const engine = await open({ limits: { tailEntries: 30, slice: 0 } });
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    for (let n = 1; n <= 200; n++) {
      anna.update(n % 10 === 1 ? paragraph(anna.doc, `p${n}`) : type(anna.doc, 'x'));
      if (n % 20 === 0) await anna.durable(n);
    }
    anna.update(change(anna.doc, (text) => text.delete(3, 2)));
    await anna.durable(201);
    const { log } = engine.storage;
    let stored = await log.load(CHAPTER);
    while ((stored?.tail.length ?? 0) > 31) {
      await ben.pinged();
      stored = await log.load(CHAPTER);
    }
    expect(stored?.base).not.toBeNull();
    await ben.until(() => words(ben.doc).join() === words(anna.doc).join());
    expect(await chapter.text()).toEqual(words(anna.doc));
    const late = await chapter.synced('carla');
    expect(words(late.doc)).toEqual(words(anna.doc));
    expect(stored?.owners.get(anna.doc.clientID)).toBe('anna');
    const rows = await log.attribution(CHAPTER);
    const inserted = rows.flatMap((row) => row.inserted).reduce((total, [, , length]) => total + length, 0);
    expect(inserted).toBe(Y.getState(anna.doc.store, anna.doc.clientID));
    expect(engine.warnings).toEqual([]);
  });

  it('compacts a chapter that is left, and opens it again from its base alone', async () => {
    const engine = await open({ limits: { idle: 1 } });
    const anna = await chapter.synced('anna');
    for (let n = 1; n <= 40; n++) anna.update(paragraph(anna.doc, `p${n}`));
    await anna.durable(40);
    anna.close();
    const { log } = engine.storage;
    let stored = await log.load(CHAPTER);
    while (stored?.tail.length !== 0) {
      await new Promise((next) => setImmediate(next));
      stored = await log.load(CHAPTER);
    }
    const ben = await chapter.synced('ben');
    expect(words(ben.doc)).toEqual(words(anna.doc));
    expect(ben.last('step2')?.update).toEqual(new Uint8Array(stored.base ?? []));
    // An empty client's answer brings nothing, and what it writes next does.
    ben.step2(Y.encodeStateAsUpdate(ben.doc, ben.last('step1')?.stateVector));
    ben.update(type(ben.doc, ' more'));
    await ben.durable(2);
    expect((await chapter.text()).at(-1)).toBe('p40 more');
  });

  it('a compaction that would change the text is not written down', async () => {
    const engine = await open();
    const { log } = engine.storage;
    await engine.rooms.chapters.seed(CHAPTER, { type: 'doc', content: [block('one')] }, 'anna');
    const stored = await log.load(CHAPTER);
    const gap = new Y.Doc();
    paragraph(gap, 'lost');
    const update = type(gap, 'hangs in the air');
    const entry = { personId: 'anna', sessionId: 's', at: 1, inserted: [], deleted: [], claimed: [], update };
    await log.append(new Map([[CHAPTER, [entry]]]));
    await expect(compact(log, CHAPTER, 4)).rejects.toMatchObject({ code: 'document-unreadable' });
    const after = await log.load(CHAPTER);
    expect([after?.base, after?.tail.length]).toEqual([null, (stored?.tail.length ?? 0) + 1]);
  });

  it('[D11] a compacted chapter says the same after the server is killed at any step of it', async () => {
    await open();
    const data = await dataFolder();
    for (let killAfter = 0; killAfter < 6; killAfter++) {
      const engine = await Engine.start({ folder: data.path });
      const id = `chapter-${killAfter}`;
      await engine.rooms.chapters.seed(
        id,
        { type: 'doc', content: ['a', 'b', 'c'].map((text) => block(text)) },
        'anna',
      );
      const before = await engine.rooms.chapters.read(id);
      const compacting = compact(engine.storage.log, id, 0);
      for (let turn = 0; turn < killAfter; turn++) await new Promise((next) => setImmediate(next));
      // As a killed process: what is not on disk by now may or may not be.
      await Promise.allSettled([compacting, engine.stop()]);
      const storage = await openStorage({ kind: 'embedded', folder: data.path });
      const stored = await storage.log.load(id);
      await storage.close();
      const doc = new Y.Doc();
      if (stored?.base) Y.applyUpdate(doc, stored.base);
      for (const { update } of stored?.tail ?? []) Y.applyUpdate(doc, update);
      expect(words(doc)).toEqual(['a', 'b', 'c']);
      expect(stored?.tail.at(-1)?.seq ?? stored?.baseSeq).toBe(before.seq);
    }
    await data.remove();
  });
});

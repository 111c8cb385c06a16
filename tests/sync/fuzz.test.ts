import { FRAGMENT } from '@accord/shared/manuscript/document';
import { encodeClientHello, MESSAGE, SYNC } from '@accord/shared/sync/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CHAPTER, Chapter } from './chapter';
import { awarenessMessage, type RawClient, sync } from './raw-client';
import { SEED, seededRandom } from './seed';
import { change, paragraph, type, words } from './writing';

const FRAMES = 2_000;

describe(`fuzzed frames, seed ${SEED}`, () => {
  let chapter: Chapter;
  beforeAll(async () => {
    chapter = await Chapter.open({ limits: { offences: 1e9, oddities: 1e9 } });
  });
  afterAll(() => chapter.close());

  it(`[X1] ${FRAMES} frames, random, damaged, cut, out of order, from readers and writers: no crash, no harm, honest people undisturbed`, async () => {
    const random = seededRandom(SEED);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const anna = await chapter.synced('anna');
    anna.update(paragraph(anna.doc, 'Begun'));
    await anna.durable(1);
    const ben = await chapter.synced('ben');

    const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
    const damage = (frame: Uint8Array): Uint8Array => {
      const copy = frame.slice();
      for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
        copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      }
      return random() < 0.3 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy;
    };
    const strangers = new Y.Doc();
    const honest = (): Uint8Array => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(pick([anna.doc, strangers])));
      const run = doc.getXmlFragment(FRAGMENT).length > 0 && random() < 0.5;
      return pick([
        () => (run ? type(doc, 'fuzz') : paragraph(doc, 'fuzz')),
        () => change(doc, (text) => text.length > 0 && text.delete(0, 1)),
        () => Y.encodeStateAsUpdate(doc),
        () => Y.encodeStateVector(doc),
      ])();
    };
    const frame = (): Uint8Array | string =>
      pick<() => Uint8Array | string>([
        () => bytes(Math.floor(random() * 60)),
        () => Uint8Array.of(MESSAGE.sync, pick([0, 1, 2, 3]), ...bytes(Math.floor(random() * 40))),
        () => damage(sync(pick([SYNC.step1, SYNC.step2, SYNC.update]), honest())),
        () => sync(pick([SYNC.step1, SYNC.step2, SYNC.update]), damage(honest())),
        () => sync(SYNC.update, honest()),
        () => damage(awarenessMessage([{ client: 3, clock: 1, json: '{"cursor":null}' }])),
        () => Uint8Array.of(MESSAGE.queryAwareness),
        () => encodeClientHello({ protocol: 1, schema: 1, generation: 0 }),
        () => Uint8Array.of(4 + Math.floor(random() * 120), ...bytes(10)),
        () => (random() < 0.1 ? 'text' : bytes(3)),
      ])();

    // The attackers read; what they may write, a writer's honest frame among the fuzz, is removed from the expectation below.
    let reader: RawClient | null = null;
    let sent = 0;
    const answered: Promise<void>[] = [];
    while (sent < FRAMES) {
      if (!reader || reader.closed)
        reader = await chapter.ours('rita', {
          access: 'read',
          hello: random() < 0.5 ? {} : { generation: 0 },
        });
      for (let burst = 0; burst < 20 && sent < FRAMES; burst++, sent++) reader.send(frame());
      await Promise.race([reader.pinged(), reader.ended()]);
      if (sent % 200 === 0) {
        anna.update(type(anna.doc, '.'));
        answered.push(anna.durable(1 + sent / 200));
      }
    }
    await Promise.all(answered);
    const expected = `Begun${'.'.repeat(FRAMES / 200)}`;
    expect(await chapter.text()).toEqual([expected]);
    await ben.until(() => words(ben.doc)[0] === expected);
    expect(
      (await chapter.engine.storage.log.load(CHAPTER))?.tail.every(({ personId }) => personId === 'anna'),
    ).toBe(true);
    expect(reader?.heard.filter(({ kind }) => kind === 'update').length).toBeLessThan(20);
  });

  it('[X1] the same from somebody who may write: all that is stored can be rebuilt, and everybody has the same text', async () => {
    const random = seededRandom(SEED + 1);
    const anna = await chapter.synced('anna');
    const watcher = await chapter.synced('ben');
    let eve: RawClient | null = null;
    for (let round = 0; round < 400; round++) {
      if (!eve || eve.closed) {
        eve = await chapter.ours('eve');
        await Promise.race([eve.sync(), eve.ended()]);
      }
      const update =
        random() < 0.6
          ? type(withParagraph(eve.doc), 'e')
          : change(eve.doc, (text) => text.insert(0, [new Y.XmlElement('paragraph')]));
      const damaged = update.slice();
      if (random() < 0.7) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      eve.update(damaged);
      if (round % 20 === 0) await Promise.race([eve.pinged(), eve.ended()]);
    }
    const before = anna.last('durable')?.n ?? 0;
    anna.update(paragraph(anna.doc, 'Still writing'));
    await anna.durable(before + 1);
    const stored = await chapter.engine.storage.log.load(CHAPTER);
    const rebuilt = new Y.Doc();
    for (const { update } of stored?.tail ?? []) Y.applyUpdate(rebuilt, update);
    expect(rebuilt.store.pendingStructs).toBeNull();
    const text = await chapter.text();
    expect(words(rebuilt)).toEqual(text);
    await watcher.until(() => words(watcher.doc).join('\n') === text.join('\n'));
    expect(text).toContain('Still writing');
    for (const { personId, claimed } of stored?.tail ?? [])
      if (personId === 'eve') expect(claimed).not.toContain(anna.doc.clientID);
  });
});

function withParagraph(doc: Y.Doc): Y.Doc {
  const text = doc.getXmlFragment(FRAGMENT);
  const last = text.length > 0 ? text.get(text.length - 1) : null;
  if (!(last instanceof Y.XmlElement && last.get(0) instanceof Y.XmlText)) paragraph(doc, 'eve');
  return doc;
}

import { paragraph as block } from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { CLOSE } from '@accord/shared/sync/wire';
import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CHAPTER, Chapter } from './chapter';
import type { EngineOptions } from './engine';
import { change, paragraph, type, words } from './writing';

describe('what a chapter’s document may be', () => {
  let chapter: Chapter;
  afterEach(() => chapter.close());
  const open = async (options: EngineOptions = {}) => {
    chapter = await Chapter.open(options);
    return chapter;
  };

  it('[U2] the server writes the first content, once, before anybody can', async () => {
    const { engine } = await open();
    const document = { type: 'doc', content: [block('From a template')] };
    const twice = await Promise.allSettled([
      engine.rooms.chapters.seed(CHAPTER, document, 'anna'),
      engine.rooms.chapters.seed(CHAPTER, document, 'anna'),
    ]);
    expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(engine.rooms.chapters.seed(CHAPTER, document, 'anna')).rejects.toMatchObject({
      code: 'conflict',
    });
    const anna = await chapter.synced('anna');
    expect(words(anna.doc)).toEqual(['From a template']);
    const stored = await engine.storage.log.load(CHAPTER);
    expect([...(stored?.owners.values() ?? [])]).toEqual(['anna']);
  });

  it('[U6] a chapter that can not be read shows nothing and takes nothing', async () => {
    let broken = false;
    await open({
      log: (real) => ({
        ...real,
        readOnly: false,
        load: async (id) => {
          if (broken) throw Object.assign(new Error('hole'), { code: 'document-unreadable' });
          return real.load(id);
        },
      }),
    });
    broken = true;
    const anna = await chapter.ours('anna');
    anna.step1();
    anna.step2(paragraph(new Y.Doc(), 'Must not replace it'));
    expect(await anna.ended()).toBe(CLOSE['document-unreadable']);
    expect(anna.heard).toEqual([]);
    broken = false;
    expect(await chapter.stored()).toBe(0);
  });

  it('[U6] stored bytes that can not be applied are never taken for an empty text', async () => {
    await open();
    const { log } = chapter.engine.storage;
    const entry = { personId: 'anna', sessionId: 's', at: 1, inserted: [], deleted: [], claimed: [] };
    await log.append(new Map([[CHAPTER, [{ ...entry, update: poison(7) }]]]));
    const anna = await chapter.ours('anna');
    anna.step1();
    expect(await anna.ended()).toBe(CLOSE['document-unreadable']);
    expect(anna.count('step2')).toBe(0);
    await expect(chapter.text()).rejects.toMatchObject({ code: 'document-unreadable' });
  });

  it('[U6] an empty document never replaces the text', async () => {
    await open();
    const anna = await chapter.synced('anna');
    anna.update(paragraph(anna.doc, 'Stays'));
    await anna.durable(1);
    const empty = await chapter.ours('ben');
    empty.step2(Y.encodeStateAsUpdate(new Y.Doc()));
    empty.update(Uint8Array.of(0, 0));
    await empty.durable(2);
    expect(await chapter.text()).toEqual(['Stays']);
    expect(await chapter.stored()).toBe(1);
  });

  it('[X1] an update that reads well and breaks the document reaches neither log nor peers, and costs nobody else a word', async () => {
    await open();
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    const eve = await chapter.synced('eve');
    anna.update(paragraph(anna.doc, 'Sound'));
    await anna.durable(1);
    for (let n = 0; n < 5; n++) {
      anna.update(type(anna.doc, `${n}`));
      eve.update(poison(900 + n));
      ben.update(paragraph(ben.doc, `b${n}`));
    }
    expect(await eve.ended()).toBe(CLOSE.malformed);
    expect(eve.last('rejected')).toEqual({ kind: 'rejected', n: 1, reason: 'malformed' });
    await anna.durable(6);
    await ben.durable(5);
    await anna.until(() => words(anna.doc).length === 6);
    expect((await chapter.text()).sort()).toEqual(['Sound01234', 'b0', 'b1', 'b2', 'b3', 'b4']);
    expect(await chapter.stored()).toBe(11);
  });

  it.each<[string, (text: Y.XmlFragment) => void]>([
    ['a text beside the blocks', (text) => text.insert(0, [new Y.XmlText('loose')])],
    ['a map among the blocks', (text) => text.insert(0, [new Y.Map() as never])],
    ['characters among the blocks', (text) => insertRaw(text)],
    [
      'a picture in a text',
      (text) => ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { src: 'x' }),
    ],
    [
      'an element in a text',
      (text) => ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, new Y.XmlElement('p')),
    ],
    ['a hook in a block', (text) => (text.get(0) as Y.XmlElement).insert(0, [new Y.XmlHook('h') as never])],
    [
      'a fragment in a block',
      (text) => (text.get(0) as Y.XmlElement).insert(0, [new Y.XmlFragment() as never]),
    ],
    [
      'an attribute that is a type',
      (text) => (text.get(0) as Y.XmlElement).setAttribute('id', new Y.Map() as never),
    ],
  ])('[X3] %s, which would stop everybody’s editor, is refused', async (_, how) => {
    await open();
    const anna = await chapter.synced('anna');
    anna.update(paragraph(anna.doc, 'Sound'));
    await anna.durable(1);
    anna.update(change(anna.doc, how));
    expect(await anna.ended()).toBe(CLOSE.malformed);
    expect(await chapter.text()).toEqual(['Sound']);
    expect(await chapter.stored()).toBe(1);
  });

  it('[X3] deep nesting, too many elements and too much text meet a limit with a code', async () => {
    await open({ limits: { depth: 10, elements: 50, document: 20_000 } });
    const nested = (depth: number): Y.XmlElement => {
      const element = new Y.XmlElement('blockquote');
      if (depth > 1) element.insert(0, [nested(depth - 1)]);
      return element;
    };
    const attempts: ((text: Y.XmlFragment) => void)[] = [
      (text) => text.insert(0, [nested(11)]),
      (text) =>
        text.insert(
          0,
          Array.from({ length: 51 }, () => new Y.XmlElement('paragraph')),
        ),
      (text) => {
        const element = new Y.XmlElement('paragraph');
        element.insert(0, [new Y.XmlText('x'.repeat(20_001))]);
        text.insert(0, [element]);
      },
    ];
    for (const [index, how] of attempts.entries()) {
      const anna = await chapter.synced(`anna-${index}`);
      anna.update(change(anna.doc, how));
      await anna.until(() => anna.last('rejected')?.reason === 'too-large');
      anna.close();
    }
    expect(await chapter.stored()).toBe(0);
    const anna = await chapter.synced('anna');
    anna.update(change(anna.doc, (text) => text.insert(0, [nested(10)])));
    await anna.durable(1);
  });

  it('[X3] one connection can not claim client ids without end', async () => {
    await open({ limits: { claims: 3 } });
    const anna = await chapter.synced('anna');
    for (let n = 0; n < 4; n++) anna.update(paragraph(new Y.Doc(), `${n}`));
    await anna.until(() => anna.last('rejected')?.n === 4);
    expect(anna.last('rejected')?.reason).toBe('too-large');
    expect(await chapter.stored()).toBe(3);
  });

  it('stores and passes on only what is new of an update that repeats', async () => {
    await open();
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    anna.update(paragraph(anna.doc, 'first '.repeat(50)));
    await anna.durable(1);
    type(anna.doc, 'second');
    anna.step2(Y.encodeStateAsUpdate(anna.doc));
    await anna.durable(2);
    await ben.until(() => ben.count('update') === 2);
    expect(ben.last('update')?.update.length).toBeLessThan(60);
    expect(words(ben.doc)).toEqual(words(anna.doc));
    const entries = (await chapter.engine.storage.log.load(CHAPTER))?.tail ?? [];
    expect(entries.map(({ inserted }) => inserted.map(([, , length]) => length))).toEqual([[302], [6]]);
  });

  it('[V2] records who inserted and who deleted what', async () => {
    await open();
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    anna.update(paragraph(anna.doc, 'anna'));
    await anna.durable(1);
    await ben.until(() => ben.count('update') === 1);
    ben.update(
      change(ben.doc, (text) => {
        const run = (text.get(0) as Y.XmlElement).get(0) as Y.XmlText;
        run.delete(1, 2);
        run.insert(0, 'ben');
      }),
    );
    await ben.durable(1);
    const rows = await chapter.engine.storage.log.attribution(CHAPTER);
    const id = anna.doc.clientID;
    expect(rows.map(({ personId, inserted, deleted }) => ({ personId, inserted, deleted }))).toEqual([
      { personId: 'anna', inserted: [[id, 0, 6]], deleted: [] },
      { personId: 'ben', inserted: [[ben.doc.clientID, 0, 3]], deleted: [[id, 3, 2]] },
    ]);
  });
});

/** Characters directly in the fragment, as no client of Yjs writes them. */
function insertRaw(text: Y.XmlFragment): void {
  Y.Text.prototype.insert.call(text as never, 0, 'loose');
}

/** Reads well by all its lengths; its formatting mark is no JSON. */
function poison(client: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 0);
    encoding.writeUint8(encoder, 6);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, FRAGMENT);
    encoding.writeVarString(encoder, 'bold');
    encoding.writeVarString(encoder, '{');
    encoding.writeVarUint(encoder, 0);
  });
}

import { CLOSE } from '@accord/shared/sync/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Chapter } from './chapter';
import { change, paragraph, type, words } from './writing';

describe('text that is refused', () => {
  let chapter: Chapter;
  beforeEach(async () => {
    chapter = await Chapter.open({ limits: { offences: 5 } });
  });
  afterEach(() => chapter.close());

  const begun = async () => {
    const anna = await chapter.synced('anna');
    anna.update(paragraph(anna.doc, 'Begun'));
    await anna.durable(1);
    return anna;
  };

  it.each(['update', 'step2'] as const)(
    '[K1] a reader’s %s with news is rejected, stored nowhere, shown to nobody',
    async (kind) => {
      const anna = await begun();
      const reader = await chapter.synced('rita', 'read');
      reader[kind](paragraph(reader.doc, 'Smuggled'));
      await reader.until(() => reader.last('rejected')?.reason === 'not-allowed');
      expect(reader.last('rejected')?.n).toBe(1);
      anna.update(type(anna.doc, ' well'));
      await anna.durable(2);
      expect(await chapter.text()).toEqual(['Begun well']);
      expect(anna.count('update')).toBe(0);
      expect(chapter.engine.refused).toEqual([
        { chapterId: 'chapter-1', personId: 'rita', reason: 'not-allowed' },
      ]);
    },
  );

  it('[P4] a reader’s frame that adds nothing is a no-op, acknowledged and never an offence', async () => {
    await begun();
    const reader = await chapter.synced('rita', 'read');
    for (let round = 0; round < 20; round++) reader.step2(Y.encodeStateAsUpdate(reader.doc));
    await reader.durable(20);
    expect(reader.count('rejected')).toBe(0);
    expect(chapter.engine.refused).toEqual([]);
  });

  it('[P4] a reader who goes on is closed', async () => {
    await begun();
    const reader = await chapter.synced('rita', 'read');
    for (let round = 0; round < 5; round++) reader.update(paragraph(reader.doc, 'Smuggled'));
    expect(await reader.ended()).toBe(CLOSE['not-allowed']);
    expect(reader.count('rejected')).toBe(5);
  });

  it('[P4] a reader may not delete either', async () => {
    await begun();
    const reader = await chapter.synced('rita', 'read');
    reader.update(change(reader.doc, (text) => text.delete(0, 1)));
    await reader.until(() => reader.last('rejected')?.n === 1);
    expect(await chapter.text()).toEqual(['Begun']);
  });

  it('[P4] Yjs’ own tidying of redundant marks in a reader’s document is no offence and changes nothing', async () => {
    const anna = await begun();
    const run = () => (anna.doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    anna.update(change(anna.doc, () => run().format(0, 3, { bold: {} })));
    await anna.durable(2);
    const reader = await chapter.synced('rita', 'read');
    const before = await chapter.engine.rooms.chapters.read('chapter-1');
    const marks = [...reader.doc.store.clients.values()]
      .flat()
      .filter((one) => one instanceof Y.Item && one.content instanceof Y.ContentFormat);
    expect(marks.length).toBe(2);
    reader.update(
      change(reader.doc, () =>
        reader.doc.transact((tr) => {
          for (const mark of marks) (mark as Y.Item).delete(tr);
        }),
      ),
    );
    await reader.durable(1);
    expect(reader.count('rejected')).toBe(0);
    expect(await chapter.engine.rooms.chapters.read('chapter-1')).toEqual(before);
  });

  it('[K1] a stock client that may not write is told, and closed for good', async () => {
    await begun();
    const reader = await chapter.stock('rita', { access: 'read' });
    await reader.sync();
    reader.update(paragraph(reader.doc, 'Smuggled'));
    expect(await reader.ended()).toBe(CLOSE['not-allowed']);
    expect(reader.last('rejected')).toEqual({ kind: 'rejected', n: 1, reason: 'not-allowed' });
    expect(await chapter.text()).toEqual(['Begun']);
  });

  it('[K3] text under another person’s client id is refused, and the victim’s next edit is intact', async () => {
    const anna = await begun();
    const ben = await chapter.synced('ben');
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(ben.doc));
    forger.clientID = anna.doc.clientID;
    ben.update(type(forger, ' forged'));
    await ben.until(() => ben.last('rejected')?.reason === 'foreign-client-id');
    anna.update(type(anna.doc, ' honestly'));
    await anna.durable(2);
    await ben.until(() => words(ben.doc)[0] === 'Begun honestly');
    expect(await chapter.text()).toEqual(['Begun honestly']);
  });

  it('[P5] a client id stays its person’s, and serves all of the person’s tabs', async () => {
    const anna = await begun();
    const second = await chapter.ours('anna', { session: 'another-browser' });
    await second.sync();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(anna.doc));
    const used = anna.doc.clientID;
    copy.clientID = used;
    second.update(type(copy, ' twice'));
    await second.durable(1);
    expect(await chapter.text()).toEqual(['Begun twice']);
    const { owners } = (await chapter.engine.storage.log.load('chapter-1')) ?? { owners: new Map() };
    expect([...owners]).toEqual([[used, 'anna']]);
  });

  it('[P5] everybody may delete what others wrote', async () => {
    await begun();
    const ben = await chapter.synced('ben');
    ben.update(change(ben.doc, (text) => text.delete(0, 1)));
    await ben.durable(1);
    expect(await chapter.text()).toEqual([]);
  });

  it('[P3] names the reason: locked, archived', async () => {
    await begun();
    for (const [access, reason] of [
      ['locked', 'chapter-locked'],
      ['archived', 'archived'],
    ] as const) {
      const client = await chapter.synced(`person-${access}`, access);
      expect(client.last('hello')?.role).toBe(access);
      client.update(paragraph(client.doc, 'Late'));
      await client.until(() => client.last('rejected')?.reason === reason);
    }
    expect(await chapter.text()).toEqual(['Begun']);
  });
});

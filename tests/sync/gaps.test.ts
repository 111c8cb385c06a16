import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Chapter } from './chapter';
import { change, paragraph, type, words } from './writing';

describe('missing frames', () => {
  let chapter: Chapter;
  beforeEach(async () => {
    chapter = await Chapter.open({ limits: { resync: 50 } });
  });
  afterEach(() => chapter.close());

  it('[D10] a frame that hangs on a lost one is not stored; the client is asked, and its answer heals all', async () => {
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    anna.step2(Y.encodeStateAsUpdate(anna.doc));
    await anna.durable(1);
    const asked = anna.count('step1');
    paragraph(anna.doc, 'lost on the way');
    anna.update(type(anna.doc, ', found again'));
    await anna.until(() => anna.count('step1') > asked);
    expect(anna.last('durable')?.n).toBe(1);
    expect(await chapter.stored()).toBe(0);
    const question = anna.last('step1');
    anna.step2(Y.encodeStateAsUpdate(anna.doc, question?.stateVector));
    await anna.durable(3);
    await ben.until(() => words(ben.doc)[0] === 'lost on the way, found again');
  });

  it('[D10] a deletion of something lost is a gap as well', async () => {
    const anna = await chapter.synced('anna');
    anna.step2(Y.encodeStateAsUpdate(anna.doc));
    await anna.durable(1);
    const asked = anna.count('step1');
    paragraph(anna.doc, 'lost');
    anna.update(change(anna.doc, (text) => text.delete(0, 1)));
    await anna.until(() => anna.count('step1') > asked);
    expect(await chapter.stored()).toBe(0);
  });

  it('[D10] asks again while nobody answers', async () => {
    const anna = await chapter.synced('anna');
    paragraph(anna.doc, 'lost');
    anna.update(type(anna.doc, ' and more'));
    await anna.until(() => anna.count('step1') >= 4);
    anna.step2(Y.encodeStateAsUpdate(anna.doc));
    await anna.durable(2);
    expect(await chapter.text()).toEqual(['lost and more']);
  });

  it('[D10] what hangs on a refused frame is refused with it, not asked for', async () => {
    const anna = await chapter.synced('anna');
    anna.step2(Y.encodeStateAsUpdate(anna.doc));
    await anna.durable(1);
    chapter.engine.door.allow('anna', 'read');
    chapter.engine.storage.bus.publish('person-changed', { personId: 'anna' });
    await anna.until(() => anna.last('hello')?.role === 'read');
    anna.update(paragraph(anna.doc, 'refused'));
    await anna.until(() => anna.last('rejected')?.n === 2);
    chapter.engine.door.allow('anna', 'write');
    chapter.engine.storage.bus.publish('person-changed', { personId: 'anna' });
    await anna.until(() => anna.last('hello')?.role === 'write');
    anna.update(type(anna.doc, ' and what follows'));
    await anna.until(() => anna.last('rejected')?.n === 3);
    expect(anna.last('rejected')?.reason).toBe('not-allowed');
    expect(await chapter.stored()).toBe(0);
  });
});

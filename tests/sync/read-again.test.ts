import type { UpdateLog } from '@accord/server/storage/ports';
import { paragraph as block } from '@accord/shared/manuscript/build';
import { CLOSE } from '@accord/shared/sync/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { CHAPTER, Chapter } from './chapter';
import { paragraph, type, words } from './writing';

/** A log with a fault that passes: a write that fails, after which the text can't be read for a while. */
class Fault {
  writes = false;
  reads = false;

  between = (real: UpdateLog): UpdateLog => {
    const fault = this;
    return {
      ...real,
      get readOnly() {
        return real.readOnly;
      },
      async append(entries) {
        if (fault.writes) throw new Error('a fault of ours');
        return real.append(entries);
      },
      async load(id) {
        if (fault.reads) throw new Error('not now');
        return real.load(id);
      },
    };
  };
}

describe('a chapter whose text can not be read again after a fault', () => {
  let chapter: Chapter;
  afterEach(() => chapter.close());

  it('[D3] is shown to nobody as it is in memory; whoever comes next gets what the disk has', async () => {
    const fault = new Fault();
    chapter = await Chapter.open({ log: fault.between });
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    anna.update(paragraph(anna.doc, 'Stored'));
    await anna.durable(1);
    await ben.until(() => words(ben.doc)[0] === 'Stored');
    fault.writes = true;
    fault.reads = true;
    anna.update(type(anna.doc, ' never stored'));
    expect(await anna.ended()).toBe(1011);
    expect(await ben.ended()).toBe(CLOSE['document-unreadable']);
    await expect(chapter.text()).rejects.toThrow('not now');
    fault.writes = false;
    fault.reads = false;
    expect(await chapter.text()).toEqual(['Stored']);
    const again = await chapter.synced('ben');
    expect(words(again.doc)).toEqual(['Stored']);
    again.update(type(again.doc, ' and on'));
    await again.durable(1);
    expect(await chapter.text()).toEqual(['Stored and on']);
  });

  it('[D3] answers what the server itself was writing, with the reason', async () => {
    const fault = new Fault();
    // No paragraph fits: the turn breaks the document, which must then be read again.
    chapter = await Chapter.open({ log: fault.between, limits: { depth: 1 } });
    const reader = await chapter.synced('rita', 'read');
    const { chapters } = chapter.engine.rooms;
    await chapters.read(CHAPTER);
    fault.reads = true;
    const first = { type: 'doc', content: [block('First')] };
    await expect(chapters.seed(CHAPTER, first, 'anna')).rejects.toMatchObject({
      code: 'document-unreadable',
    });
    expect(await reader.ended()).toBe(CLOSE['document-unreadable']);
    fault.reads = false;
    expect(await chapter.text()).toEqual([]);
  });
});

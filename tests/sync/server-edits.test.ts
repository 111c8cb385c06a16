import type { TextToEdit } from '@accord/server/rooms/live-chapters';
import { paragraph as block } from '@accord/shared/manuscript/build';
import type { Edit } from '@accord/shared/manuscript/edits';
import { MESSAGE } from '@accord/shared/sync/wire';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { dataFolder } from '../kit/server-process';
import { CHAPTER, Chapter } from './chapter';
import { type, words } from './writing';

/** Replaces letters of a block, as a plan sees it. */
const replace = (text: TextToEdit, blockId: string, from: number, to: number, by: string): Edit[] => {
  expect(text.json.content?.some(({ attrs }) => attrs?.id === blockId)).toBe(true);
  return [{ kind: 'replace-text', blockId, from, to, content: by ? [{ type: 'text', text: by }] : [] }];
};
const withId = (id: string, text: string) => ({ ...block(text), attrs: { id } });
const DOCUMENT = { type: 'doc', content: [withId('one', 'Quiet herons'), withId('two', 'Loud geese')] };

describe('what the server itself writes into a chapter', () => {
  let chapter: Chapter;
  afterEach(() => chapter.close());
  const open = async () => {
    chapter = await Chapter.open();
    await chapter.engine.rooms.chapters.seed(CHAPTER, DOCUMENT, 'anna');
    return chapter.engine.rooms.chapters;
  };

  it('[S6] is seen by everybody at once, stored, and attributed to each person it is written for', async () => {
    const chapters = await open();
    const anna = await chapter.synced('anna');
    const result = await chapters.edit(CHAPTER, (text) => {
      text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 5, 'Calm'));
      text.write({ personId: 'cleo', clientId: 7002 }, replace(text, 'two', 0, 4, 'Silent'));
      return 'both';
    });
    expect(result).toBe('both');
    await anna.until(() => words(anna.doc).join() === 'Calm herons,Silent geese');
    expect(await chapter.text()).toEqual(['Calm herons', 'Silent geese']);
    const stored = await chapter.engine.storage.log.load(CHAPTER);
    expect(stored?.owners.get(7001)).toBe('ben');
    expect(stored?.owners.get(7002)).toBe('cleo');
  });

  it('[S6] sees the text of its turn: what people typed meanwhile is in it and stays', async () => {
    const chapters = await open();
    const anna = await chapter.synced('anna');
    anna.update(type(anna.doc, ' and swans'));
    await chapters.edit(CHAPTER, (text) => {
      text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 5, 'Calm'));
    });
    await anna.until(() => words(anna.doc).join().includes('Calm herons'));
    await anna.durable(1);
    const after = await chapter.text();
    expect(after.join(' ')).toContain('and swans');
    expect(words(anna.doc)).toEqual(after);
  });

  it('a plan that throws, or writes nothing, leaves the text as it was', async () => {
    const chapters = await open();
    const before = await chapter.stored();
    const thrown = chapters.edit(CHAPTER, (text) => {
      text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 5, 'Calm'));
      throw new Error('on second thoughts');
    });
    await expect(thrown).rejects.toThrow('on second thoughts');
    expect(await chapters.edit(CHAPTER, () => 'nothing')).toBe('nothing');
    expect(await chapter.text()).toEqual(['Quiet herons', 'Loud geese']);
    expect(await chapter.stored()).toBe(before);
  });

  it('a plan that only looks is no edit: it is not refused in a chapter that is too long already', async () => {
    const data = await dataFolder();
    const long = await Chapter.open({ folder: data.path });
    await long.engine.rooms.chapters.seed(CHAPTER, DOCUMENT, 'anna');
    await long.close();
    chapter = await Chapter.open({ folder: data.path, limits: { document: 10 } });
    const { chapters } = chapter.engine.rooms;
    expect(await chapters.edit(CHAPTER, ({ json }) => json.content?.length)).toBe(2);
    const edit = chapters.edit(CHAPTER, (text) => {
      text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 5, 'Calm'));
    });
    await expect(edit).rejects.toMatchObject({ code: 'too-large' });
    await chapter.close();
    await data.remove();
  });

  it('[P3] [K2] is refused in a locked chapter', async () => {
    const chapters = await open();
    await chapter.engine.rooms.lock(CHAPTER, true);
    const edit = chapters.edit(CHAPTER, (text) => {
      text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 5, 'Calm'));
    });
    await expect(edit).rejects.toMatchObject({ code: 'chapter-locked' });
    expect(await chapter.text()).toEqual(['Quiet herons', 'Loud geese']);
  });

  it('[S6] leaves a trace of the writer even when it only deletes', async () => {
    const chapters = await open();
    const clock = await chapters.edit(CHAPTER, (text) =>
      text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 6, '')),
    );
    expect(clock).toBeGreaterThan(0);
    const { state } = await chapters.read(CHAPTER);
    expect(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)).get(7001)).toBe(clock);
    expect(await chapter.text()).toEqual(['herons', 'Loud geese']);
  });

  it('[V5] stands still while it is looked at first: what people type meanwhile waits, and comes right after', async () => {
    const chapters = await open();
    const anna = await chapter.synced('anna');
    let seen = '';
    await chapters.edit(
      CHAPTER,
      (text) => {
        expect(JSON.stringify(text.json)).toBe(seen);
        text.write({ personId: 'ben', clientId: 7001 }, replace(text, 'one', 0, 5, 'Calm'));
      },
      {
        async before({ json, seq }) {
          seen = JSON.stringify(json);
          anna.update(type(anna.doc, ' and swans'));
          // Her words have come once a question asked after them is answered.
          await anna.sync();
          expect(await chapter.stored()).toBe(seq);
        },
      },
    );
    await anna.durable(1);
    expect(await chapter.text()).toEqual(['Calm herons', 'Loud geese and swans']);
  });

  it('[V5] does not happen when what looks first throws; typing goes on', async () => {
    const chapters = await open();
    const anna = await chapter.synced('anna');
    const edit = chapters.edit(CHAPTER, () => expect.unreachable(), {
      before: () => Promise.reject(new Error('on second thoughts')),
    });
    await expect(edit).rejects.toThrow('on second thoughts');
    anna.update(type(anna.doc, ' and swans'));
    await anna.durable(1);
    expect(await chapter.text()).toEqual(['Quiet herons', 'Loud geese and swans']);
  });

  it('everybody in the chapter hears that something about it has changed', async () => {
    const chapters = await open();
    const anna = await chapter.synced('anna');
    chapters.notify(CHAPTER, 'threads');
    await anna.until(() =>
      anna.heard.some((heard) => heard.kind === 'other' && heard.number === MESSAGE.notice),
    );
  });
});

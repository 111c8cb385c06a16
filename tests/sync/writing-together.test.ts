import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from './engine';
import { RawClient } from './raw-client';
import { paragraph, type, words } from './writing';

const CHAPTER = 'chapter-1';

describe('writing together', () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await Engine.start();
  });
  afterEach(() => engine.stop());

  const join = (person: string, { hello = {}, session = `session-${person}` } = {}) =>
    RawClient.connect({
      url: `${engine.url}/${CHAPTER}`,
      origin: engine.origin,
      cookie: engine.door.invite(person, 'write', session),
      hello,
    });

  it('[U3] acknowledges a frame once it is stored, shows it to the others, and does not echo it', async () => {
    const anna = await join('anna');
    const ben = await join('ben');
    await anna.sync();
    await ben.sync();
    anna.update(paragraph(anna.doc, 'Bread'));
    await anna.durable(1);
    await ben.until(() => words(ben.doc).includes('Bread'));
    expect(anna.count('update')).toBe(0);
    anna.update(type(anna.doc, ' and roses'));
    await anna.durable(2);
    const { json, seq } = await engine.rooms.chapters.read(CHAPTER);
    expect(seq).toBe(2);
    expect(json.content?.[0]?.content?.[0]?.text).toBe('Bread and roses');
  });

  it('shows somebody who comes later all of it', async () => {
    const anna = await join('anna');
    anna.update(paragraph(anna.doc, 'Bread'));
    await anna.durable(1);
    const ben = await join('ben');
    await ben.sync();
    expect(words(ben.doc)).toEqual(['Bread']);
  });
});

import type { LiveChapters } from '@accord/server/rooms/live-chapters';
import { SUGGESTIONS_FILE } from '@accord/server/suggestions/records';
import { createSuggestions } from '@accord/server/suggestions/suggestions';
import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { textOf } from '@accord/shared/manuscript/blocks';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Engine } from '../../sync/engine';
import { MovedClock } from '../workspace';
import { paragraph, words } from './reviewed-chapter';

const CHAPTER = 'chapter-1';
const DOCUMENT = {
  type: 'doc',
  content: [paragraph('par1', 'Quiet herons wait.'), paragraph('par2', 'They fish at dawn.')],
};

/** Suggestions over real rooms and records, which a crash can be put into. */
async function start() {
  const engine = await Engine.start();
  onTestFinished(() => engine.stop());
  const { chapters } = engine.rooms;
  await chapters.seed(CHAPTER, DOCUMENT, 'anna');
  /** Suggestions as after a start of the server, on what is stored. */
  const opened = (edit: LiveChapters['edit'] = chapters.edit, records = engine.storage.records) =>
    createSuggestions({
      records,
      clock: new MovedClock(),
      chapters: { read: chapters.read, notify: chapters.notify, edit },
      addNotices: async () => undefined,
      beforeBulk: async () => undefined,
      warn: () => undefined,
    });
  const first = opened();
  const made = async (...edits: Parameters<typeof words>[]) => {
    const { suggestions } = suggestionsBetween(
      DOCUMENT,
      applyEdits(
        DOCUMENT,
        edits.map((edit) => words(...edit)),
      ),
      [],
    );
    const [one] = suggestions;
    return first.make(CHAPTER, 'benno', { operations: [...(one?.operations ?? [])] });
  };
  const text = async () => ((await chapters.read(CHAPTER)).json.content ?? []).map((block) => textOf(block));
  /** Suggestions whose process is killed when a decision has changed the text, before it is recorded. */
  const killedAfterText = () => {
    let edits = 0;
    // The record that follows the text can't be written any more.
    let dead = false;
    const records = {
      ...engine.storage.records,
      list: engine.storage.records.list,
      open: (async (...asked: Parameters<typeof engine.storage.records.open>) => {
        const scope = await engine.storage.records.open(...asked);
        return {
          read: () => scope.read(),
          commit: async (how: never) => {
            if (dead) throw new Killed();
            return scope.commit(how);
          },
        };
      }) as typeof engine.storage.records.open,
    };
    return opened(async (chapterId, plan) => {
      const result = await chapters.edit(chapterId, plan);
      if (++edits === 2) dead = true;
      return result;
    }, records);
  };
  return { engine, chapters, first, opened, killedAfterText, made, text };
}

/** Ends like a process that is killed. */
class Killed extends Error {}

describe('[S6] [S8] a decision cut off by a crash', () => {
  it.each([
    ['words put in', 0, 5, 'Calm'],
    ['words taken out', 0, 6, ''],
  ])('after the text was changed is recorded at the next start (%s)', async (_, from, to, by) => {
    const { killedAfterText, opened, made, text } = await start();
    const suggestion = await made(['par1', from, to, by]);
    const killed = killedAfterText();
    await expect(killed.decideOne(suggestion.id, 'cleo', 'accept')).rejects.toThrow(Killed);
    expect((await text())[0]).toBe(`${by}${'Quiet herons wait.'.slice(to)}`);

    const again = opened();
    expect(await again.list(CHAPTER, 'all')).toMatchObject([
      { id: suggestion.id, state: 'accepted', decision: { personId: 'cleo' } },
    ]);
    await expect(again.decideOne(suggestion.id, 'cleo', 'accept')).rejects.toMatchObject({
      code: 'already-decided',
    });
    const [decided] = await again.list(CHAPTER, 'all');
    await again.undo(CHAPTER, 'cleo', decided?.decision?.id ?? '');
    expect(await text()).toEqual(['Quiet herons wait.', 'They fish at dawn.']);
  });

  it('is recorded though nobody asks for the chapter', async () => {
    const { engine, killedAfterText, opened, made } = await start();
    const suggestion = await made(['par1', 0, 5, 'Calm']);
    await expect(killedAfterText().decideOne(suggestion.id, 'cleo', 'accept')).rejects.toThrow(Killed);
    const scope = await engine.storage.records.open(SUGGESTIONS_FILE, CHAPTER);
    const stored = () => scope.read();
    expect(stored().underway).not.toBeNull();
    opened();
    await expect.poll(() => stored().underway).toBeNull();
    expect(stored().suggestions).toMatchObject([{ id: suggestion.id, state: 'accepted' }]);
  });

  it('before the text was changed never was: the suggestion is open, and can be accepted', async () => {
    const { chapters, opened, made, text } = await start();
    const suggestion = await made(['par1', 0, 5, 'Calm']);
    let edits = 0;
    const killed = opened(async (chapterId, plan) => {
      if (++edits === 2) throw new Killed();
      return chapters.edit(chapterId, plan);
    });
    await expect(killed.decideOne(suggestion.id, 'cleo', 'accept')).rejects.toThrow(Killed);
    const again = opened();
    expect(await again.list(CHAPTER, 'open')).toMatchObject([{ id: suggestion.id, decision: null }]);
    expect(await text()).toEqual(['Quiet herons wait.', 'They fish at dawn.']);
    await again.decideOne(suggestion.id, 'cleo', 'accept');
    expect((await text())[0]).toBe('Calm herons wait.');
  });

  it('one that is taken back is taken back as a whole', async () => {
    const { chapters, first, opened, made, text } = await start();
    const suggestion = await made(['par1', 0, 5, 'Calm']);
    const { decisionId } = await first.decideOne(suggestion.id, 'cleo', 'accept');
    let edits = 0;
    const killed = opened(async (chapterId, plan) => {
      const result = await chapters.edit(chapterId, plan);
      if (++edits === 2) throw new Killed();
      return result;
    });
    // It finds out by itself what became of it.
    await expect(killed.undo(CHAPTER, 'cleo', decisionId ?? '')).rejects.toThrow(Killed);
    expect(await text()).toEqual(['Quiet herons wait.', 'They fish at dawn.']);
    expect(await opened().list(CHAPTER, 'open')).toMatchObject([{ id: suggestion.id, decision: null }]);
  });
});

import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CHAPTER } from './chapter';
import { Engine } from './engine';
import { Participant } from './participant';
import { SEED, seededRandom } from './seed';

describe(`undo, seed ${SEED}`, () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await Engine.start({ limits: { tailEntries: 10 } });
  });
  afterEach(() => engine.stop());

  it('[D12] [U1] undo and redo by one never change another’s words, and everybody sees the same', async () => {
    const random = seededRandom(SEED);
    const anna = new Participant('anna', CHAPTER);
    const ben = new Participant('ben', CHAPTER);
    for (const person of [anna, ben]) {
      await person.connect(engine);
      await person.until(() => person.synced);
    }
    const text = anna.doc.getXmlFragment(FRAGMENT);
    const undo = new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set([null]) });
    const bens: string[] = [];
    for (let step = 0; step < 80; step++) {
      const dice = random();
      if (dice < 0.35) anna.write(`anna${step}`);
      else if (dice < 0.65) {
        ben.write(`ben${step}`);
        bens.push(`ben${step}`);
      } else if (dice < 0.75) formatAll(anna.doc);
      else if (dice < 0.9) undo.undo();
      else undo.redo();
      if (dice > 0.5) await new Promise((next) => setImmediate(next));
    }
    await settled(engine, [anna, ben]);
    for (const word of bens) expect(ben.words().filter((one) => one === word)).toEqual([word]);
    while (undo.undoStack.length > 0) undo.undo();
    await settled(engine, [anna, ben]);
    expect(
      ben
        .words()
        .filter((word) => word.startsWith('ben'))
        .sort(),
    ).toEqual([...bens].sort());
    expect(ben.words().filter((word) => word.startsWith('anna'))).toEqual([]);
    for (const person of [anna, ben]) person.disconnect();
  });
});

function formatAll(doc: Y.Doc): void {
  const [run] = [
    ...doc.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlText),
  ] as Y.XmlText[];
  run?.format(0, run.length, { bold: {} });
}

/** Resolves once everybody and the server have the same text, formatting included. */
async function settled(engine: Engine, people: readonly Participant[]): Promise<void> {
  const json = (doc: Y.Doc) => JSON.stringify(yjsToJson(doc.getXmlFragment(FRAGMENT)));
  const [first, ...others] = people;
  for (;;) {
    const server = JSON.stringify((await engine.rooms.chapters.read(CHAPTER)).json);
    if (first && json(first.doc) === server && others.every((other) => json(other.doc) === server)) return;
    await new Promise((next) => setImmediate(next));
  }
}

import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../kit/server-process';
import { Engine } from './engine';
import { GOOD_LINE, type Line, Participant } from './participant';
import { SEED, seededRandom } from './seed';

const SEEDS = Number(process.env.ACCORD_SEEDS ?? 50);
const NAMES = ['anna', 'ben', 'carla', 'dario'];

describe(`disorder, ${SEEDS} seeds from ${SEED}`, async () => {
  const data = await dataFolder();
  let engine = await Engine.start({ folder: data.path, limits: { resync: 100, tailEntries: 40, idle: 5 } });
  const restart = async () => {
    const { port, door } = engine;
    await engine.stop();
    engine = await Engine.start({
      folder: data.path,
      port,
      door,
      limits: { resync: 100, tailEntries: 40, idle: 5 },
    });
  };
  afterAll(async () => {
    await engine.stop();
    await data.remove();
  });

  it.each(Array.from({ length: SEEDS }, (_, n) => SEED + n))(
    '[D10] seed %i: lost, doubled, reordered, split and late frames, cut lines, a restart: all converge, no word lost or doubled',
    async (seed) => {
      const random = seededRandom(seed);
      const chapter = `chapter-${seed}`;
      const bad: Line = {
        fate: () => {
          const dice = random();
          return dice < 0.1 ? 'lose' : dice < 0.2 ? 'double' : dice < 0.35 ? 'hold' : 'pass';
        },
      };
      const people = NAMES.map((name) => new Participant(name, chapter));
      const removed = new Set<string>();
      const written = new Set<string>();
      for (const person of people) {
        await person.connect(engine);
        await person.until(() => person.synced);
        person.line = bad;
      }
      const restartAt = Math.floor(random() * 60);
      for (let step = 0; step < 60; step++) {
        const person = people[Math.floor(random() * people.length)] as Participant;
        const dice = random();
        if (step === restartAt) await restart();
        if (dice < 0.55) {
          const word = `${person.name}-${step}`;
          written.add(word);
          person.write(word);
        } else if (dice < 0.65) {
          const word = person.remove(Math.floor(random() * 100));
          if (word !== undefined) removed.add(word);
        } else if (dice < 0.75) person.release();
        else if (dice < 0.82) person.disconnect();
        else if (dice < 0.9) await person.connect(engine);
        else await new Promise((next) => setImmediate(next));
      }
      for (const person of people) {
        person.line = GOOD_LINE;
        person.release();
        await person.connect(engine);
        await person.until(() => person.synced);
      }
      const survivors = [...written].filter((word) => !removed.has(word)).sort();
      for (const person of people)
        await person.until(() => [...person.words()].sort().join() === survivors.join());
      await restart();
      const { json } = await engine.rooms.chapters.read(chapter);
      for (const person of people) {
        expect(yjsToJson(person.doc.getXmlFragment(FRAGMENT))).toEqual(json);
        for (const word of person.acknowledged) if (!removed.has(word)) expect(survivors).toContain(word);
        person.disconnect();
      }
      expect(people.some((person) => person.acknowledged.size > 0)).toBe(true);
    },
  );
});

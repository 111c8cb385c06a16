import type { ClockRange } from '@accord/server/storage/ports';
import { contributorsOf } from '@accord/server/versions/contributors';
import { sum } from '@accord/server/versions/held-clocks';
import { skimUpdate } from '@accord/shared/sync/skim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ADAPTERS } from './adapters';
import { entry, only } from './entries';

const clocksOf = ([client, clock, length]: ClockRange): string[] =>
  Array.from({ length }, (_, more) => `${client}:${clock + more}`);

describe.each(ADAPTERS)('update log, $name', ({ open }) => {
  it('a document never written is null', async () => {
    const { log } = await open();
    expect(await log.load('unknown')).toBeNull();
    expect(await log.salvage('unknown')).toEqual({ document: null, problem: null });
    expect(await log.documents()).toEqual([]);
  });

  it('entries come back whole, numbered 1, 2, 3 per document', async () => {
    const { log } = await open();
    const first = entry([1, 2, 3], { inserted: [[7, 0, 3]], deleted: [[9, 4, 1]], claimed: [7] });
    const second = entry([], { personId: 'jean', sessionId: 'tab2', at: 5 });
    expect(await log.append(only('one', first))).toEqual(new Map([['one', 1]]));
    expect(
      await log.append(
        new Map([
          ['one', [second, first]],
          ['two', [second]],
        ]),
      ),
    ).toEqual(
      new Map([
        ['one', 3],
        ['two', 1],
      ]),
    );
    const stored = await log.load('one');
    expect(stored).toMatchObject({ generation: 1, base: null, baseSeq: 0 });
    expect(stored?.tail).toEqual([
      { ...first, seq: 1 },
      { ...second, seq: 2 },
      { ...first, seq: 3 },
    ]);
    expect((await log.load('two'))?.tail).toEqual([{ ...second, seq: 1 }]);
    expect(await log.documents()).toEqual(['one', 'two']);
  });

  it('the order of calls is the order of sequence numbers, whatever is grouped', async () => {
    const { log } = await open();
    const seqs = await Promise.all(
      Array.from({ length: 200 }, (_, index) => log.append(only(`doc${index % 3}`, entry([index])))),
    );
    seqs.forEach((given, index) => {
      expect([...given]).toEqual([[`doc${index % 3}`, Math.floor(index / 3) + 1]]);
    });
    for (const id of [0, 1, 2]) {
      const stored = await log.load(`doc${id}`);
      expect(stored?.tail.map(({ seq }) => seq)).toEqual(stored?.tail.map((_, index) => index + 1));
      expect(stored?.tail.map(({ update }) => update[0])).toEqual(
        Array.from({ length: 200 }, (_, index) => index).filter((index) => index % 3 === id),
      );
    }
  });

  it('ids that begin alike are different documents', async () => {
    const { log } = await open();
    for (const id of ['ab', 'a', 'a-1', 'a0', 'A', 'a_b']) await log.append(only(id, entry([id.length])));
    expect(await log.documents()).toEqual(['A', 'a', 'a-1', 'a0', 'a_b', 'ab']);
    expect((await log.load('a'))?.tail.map(({ update }) => [...update])).toEqual([[1]]);
  });

  it.each(['', 'a/b', 'ä', 'x'.repeat(129)])(
    '%j is no id of a document, and nothing of the call is stored',
    async (id) => {
      const { log } = await open();
      await expect(
        log.append(
          new Map([
            ['good', [entry([1])]],
            [id, [entry([1])]],
          ]),
        ),
      ).rejects.toThrow(RangeError);
      expect(await log.load('good')).toBeNull();
      expect(log.readOnly).toBe(false);
      expect(await log.append(only('good', entry([1])))).toEqual(new Map([['good', 1]]));
    },
  );

  it('[P5] the client ids a person claimed stay theirs through compaction, and end with the generation', async () => {
    const { log } = await open();
    await log.append(only('one', entry([1], { claimed: [11, 4294967295] })));
    await log.append(only('one', entry([2], { personId: 'jean', claimed: [12] })));
    const owners = new Map([
      [11, 'aino'],
      [12, 'jean'],
      [4294967295, 'aino'],
    ]);
    expect((await log.load('one'))?.owners).toEqual(owners);
    await log.compact('one', 2, Uint8Array.of(9));
    expect((await log.load('one'))?.owners).toEqual(owners);
    expect(await log.bumpGeneration('one')).toBe(2);
    const bumped = await log.load('one');
    expect(bumped).toMatchObject({ generation: 2, baseSeq: 2, base: Uint8Array.of(9) });
    expect(bumped?.owners).toEqual(new Map());
  });

  it('compaction puts the base in place of what it covers; numbering goes on', async () => {
    const { log } = await open();
    for (let index = 1; index <= 5; index++) await log.append(only('one', entry([index])));
    await log.compact('one', 3, Uint8Array.of(1, 2, 3));
    let stored = await log.load('one');
    expect(stored).toMatchObject({ base: Uint8Array.of(1, 2, 3), baseSeq: 3 });
    expect(stored?.tail.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(await log.append(only('one', entry([6])))).toEqual(new Map([['one', 6]]));
    await log.compact('one', 6, Uint8Array.of(4));
    stored = await log.load('one');
    expect(stored).toMatchObject({ base: Uint8Array.of(4), baseSeq: 6, tail: [] });
    expect(await log.append(only('one', entry([7])))).toEqual(new Map([['one', 7]]));
  });

  it('compaction beyond what is stored, or of what was compacted, is refused and changes nothing', async () => {
    const { log } = await open();
    await log.append(only('one', entry([1]), entry([2])));
    await log.compact('one', 1, Uint8Array.of(1));
    for (const uptoSeq of [0, 1, 3, 1.5]) {
      await expect(log.compact('one', uptoSeq, Uint8Array.of(2))).rejects.toThrow(RangeError);
    }
    await expect(log.compact('none', 1, Uint8Array.of(2))).rejects.toThrow(RangeError);
    expect(await log.load('one')).toMatchObject({ base: Uint8Array.of(1), baseSeq: 1 });
  });

  it('of two compactions at once one wins, and appends meanwhile are kept', async () => {
    const { log } = await open();
    for (let index = 1; index <= 10; index++) await log.append(only('one', entry([index])));
    const outcomes = await Promise.allSettled([
      log.compact('one', 5, Uint8Array.of(5)),
      log.compact('one', 8, Uint8Array.of(8)),
      log.append(only('one', entry([11]))),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const stored = await log.load('one');
    expect(stored).toMatchObject({ base: Uint8Array.of(5), baseSeq: 5 });
    expect(stored?.tail.map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('attribution after compaction names every range of every person, joined where one person went on', async () => {
    const { log } = await open();
    const at = 1_800_000_000_000;
    await log.append(only('one', entry([1], { at, inserted: [[7, 0, 3]] })));
    await log.append(only('one', entry([2], { at: at + 1000, inserted: [[7, 3, 2]], deleted: [[7, 1, 1]] })));
    await log.append(only('one', entry([3], { at: at + 2000, deleted: [[7, 0, 1]] })));
    await log.append(only('one', entry([4], { at: at + 3000, personId: 'jean', inserted: [[8, 0, 1]] })));
    await log.append(only('one', entry([5], { at: at + 30_000, personId: 'jean', inserted: [[8, 1, 1]] })));
    await log.append(only('one', entry([6], { at: at + 30_001, personId: 'jean' })));
    await log.append(only('one', entry([7], { at: at + 30_002, inserted: [[7, 5, 1]] })));
    const uncompacted = await log.attribution('one');
    expect(uncompacted.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(uncompacted[1]).toEqual({
      fromSeq: 2,
      seq: 2,
      personId: 'aino',
      at: at + 1000,
      inserted: [[7, 3, 2]],
      deleted: [[7, 1, 1]],
    });
    expect((await log.attribution('one', 5)).map(({ seq }) => seq)).toEqual([6, 7]);

    await log.compact('one', 6, Uint8Array.of(1));
    const row = (
      fromSeq: number,
      seq: number,
      personId: string,
      then: number,
      inserted: ClockRange[],
      deleted: ClockRange[],
    ) => ({
      fromSeq,
      seq,
      personId,
      at: at + then,
      inserted,
      deleted,
    });
    expect(await log.attribution('one')).toEqual([
      row(1, 3, 'aino', 2000, [[7, 0, 5]], [[7, 0, 2]]),
      row(4, 4, 'jean', 3000, [[8, 0, 1]], []),
      row(5, 5, 'jean', 30_000, [[8, 1, 1]], []),
      row(7, 7, 'aino', 30_002, [[7, 5, 1]], []),
    ]);
    expect((await log.attribution('one', 4)).map(({ seq }) => seq)).toEqual([5, 7]);
    await log.compact('one', 7, Uint8Array.of(2));
    expect((await log.attribution('one')).map(({ seq }) => seq)).toEqual([3, 4, 5, 7]);
  });

  it('[V3] what a compaction keeps of whose words were carried stays until the next that keeps any', async () => {
    const { log } = await open();
    await log.append(only('one', entry([1]), entry([2]), entry([3])));
    expect(await log.origins('one')).toBeNull();
    await log.compact('one', 1, Uint8Array.of(9));
    expect(await log.origins('one')).toBeNull();
    await log.compact('one', 2, Uint8Array.of(8), Uint8Array.of(1, 2, 3));
    const kept = { uptoSeq: 2, bytes: Uint8Array.of(1, 2, 3) };
    expect(await log.origins('one')).toEqual(kept);
    expect(await log.load('one')).toMatchObject({ base: Uint8Array.of(8), baseSeq: 2 });
    expect((await log.attribution('one')).at(-1)?.seq).toBe(3);
    await log.bumpGeneration('one');
    await log.compact('one', 3, Uint8Array.of(7));
    expect(await log.origins('one')).toEqual(kept);
    expect(await log.origins('other')).toBeNull();
    expect(await log.documents()).toEqual(['one']);
  });

  it('[V2] no compaction at any step loses or gives away a single inserted or deleted clock', async () => {
    const { log } = await open();
    const step = fc.record({
      personId: fc.constantFrom('aino', 'jean'),
      wait: fc.integer({ min: 0, max: 8000 }),
      inserted: fc.array(fc.tuple(fc.constantFrom(1, 2), fc.nat(30), fc.integer({ min: 1, max: 4 })), {
        maxLength: 3,
      }),
      deleted: fc.array(fc.tuple(fc.constantFrom(1, 2), fc.nat(30), fc.integer({ min: 1, max: 4 })), {
        maxLength: 3,
      }),
      compactAfter: fc.boolean(),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const id = `run${run++}`;
        let at = 1_800_000_000_000;
        const expected: string[] = [];
        const clocks = (personId: string, kind: string, ranges: readonly ClockRange[]) =>
          ranges.flatMap(([client, clock, length]) =>
            Array.from({ length }, (_, index) => `${personId} ${kind} ${client}:${clock + index}`),
          );
        for (const [index, { personId, wait, inserted, deleted, compactAfter }] of steps.entries()) {
          at += wait;
          await log.append(only(id, entry([index], { personId, at, inserted, deleted })));
          expected.push(...clocks(personId, '+', inserted), ...clocks(personId, '-', deleted));
          if (compactAfter) await log.compact(id, index + 1, Uint8Array.of(index));
        }
        const rows = await log.attribution(id);
        const found = rows.flatMap((row) => [
          ...clocks(row.personId, '+', row.inserted),
          ...clocks(row.personId, '-', row.deleted),
        ]);
        expect(found.sort()).toEqual(expected.sort());
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq).sort((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });

  it('[V2] whatever steps compactions joined, the amounts of successive stretches add up to what was done', async () => {
    const { log } = await open();
    const step = fc.record({
      personId: fc.constantFrom('aino', 'jean'),
      wait: fc.integer({ min: 0, max: 8000 }),
      words: fc.string({ minLength: 1, maxLength: 5 }),
      erase: fc.nat(2),
      version: fc.boolean(),
      compactAfter: fc.boolean(),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), async (steps) => {
        const id = `text${run++}`;
        const doc = new Y.Doc();
        const text = doc.getText('t');
        const done = new Map<string, { inserted: number; deleted: number }>();
        const counted = new Map<string, { inserted: number; deleted: number }>();
        const add = (to: typeof done, personId: string, inserted: number, deleted: number) => {
          const sofar = to.get(personId) ?? { inserted: 0, deleted: 0 };
          to.set(personId, { inserted: sofar.inserted + inserted, deleted: sofar.deleted + deleted });
        };
        let at = 1_800_000_000_000;
        let from: { seq: number; state: Uint8Array | null } = { seq: 0, state: null };
        for (const [index, { personId, wait, words, erase, version, compactAfter }] of steps.entries()) {
          at += wait;
          const held = Y.encodeStateAsUpdate(doc);
          doc.transact(() => {
            text.insert(0, words);
            text.delete(words.length, Math.min(erase, text.length - words.length));
          });
          const state = Y.encodeStateAsUpdate(doc);
          const update = Y.diffUpdate(state, Y.encodeStateVectorFromUpdate(held));
          const old = new Set(skimUpdate(held).deletes.flatMap(clocksOf));
          const inserted = skimUpdate(update).structs;
          const deleted = skimUpdate(state)
            .deletes.flatMap(([client, clock, length]) =>
              Array.from({ length }, (_, more): ClockRange => [client, clock + more, 1]),
            )
            .filter((range) => !old.has(clocksOf(range)[0] ?? ''));
          add(done, personId, sum(inserted), sum(deleted));
          await log.append(only(id, entry([], { personId, at, update, inserted, deleted })));
          const seq = index + 1;
          const last = seq === steps.length;
          if (compactAfter) await log.compact(id, seq, state);
          if (!version && !last) continue;
          const { state: before, seq: afterSeq } = from;
          const stretch = { afterSeq, uptoSeq: seq, before: async () => before, state };
          for (const one of await contributorsOf(await log.attribution(id, afterSeq), stretch, () => 'FI'))
            add(counted, one.personId, one.inserted, one.deleted);
          from = { seq, state };
        }
        expect(new Map([...counted].sort())).toEqual(new Map([...done].sort()));
      }),
      { numRuns: 60 },
    );
  });

  it('blobs come back byte for byte, under keys of any kind', async () => {
    const { log } = await open();
    const large = new Uint8Array(3_000_000).map((_, index) => index * 31);
    await log.putBlob('version/abc', large);
    await log.putBlob('version/abc.json', new Uint8Array());
    expect(Buffer.compare(large, (await log.getBlob('version/abc')) ?? new Uint8Array())).toBe(0);
    expect(await log.getBlob('version/abc.json')).toEqual(new Uint8Array());
    expect(await log.getBlob('version')).toBeNull();
  });

  it('what a caller does to its bytes afterwards changes nothing that is stored', async () => {
    const { log } = await open();
    const update = Uint8Array.of(1, 2, 3);
    await log.append(only('one', entry([], { update })));
    update.fill(0);
    const loaded = await log.load('one');
    expect(loaded?.tail[0]?.update).toEqual(Uint8Array.of(1, 2, 3));
    loaded?.tail[0]?.update.fill(0);
    expect((await log.load('one'))?.tail[0]?.update).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('[P8] a journal numbers its entries and reads them newest first, in pages', async () => {
    const { log } = await open();
    const seqs = await Promise.all(
      Array.from({ length: 12 }, (_, index) => log.appendJournal('audit', { index })),
    );
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await log.appendJournal('other', 'apart')).toBe(1);
    const newest = await log.readJournal('audit', { limit: 3 });
    expect(newest).toEqual([
      { seq: 12, entry: { index: 11 } },
      { seq: 11, entry: { index: 10 } },
      { seq: 10, entry: { index: 9 } },
    ]);
    expect((await log.readJournal('audit', { before: 3 })).map(({ seq }) => seq)).toEqual([2, 1]);
    expect(await log.readJournal('empty')).toEqual([]);
    await expect(log.appendJournal('audit', undefined)).rejects.toThrow(TypeError);
  });

  it('appends, blobs, journals and compactions at once all arrive', async () => {
    const { log } = await open();
    await log.append(only('one', entry([0]), entry([1])));
    await Promise.all([
      log.append(only('one', entry([2]))),
      log.putBlob('b', Uint8Array.of(1)),
      log.compact('one', 2, Uint8Array.of(7)),
      log.appendJournal('audit', 'x'),
      log.append(only('one', entry([3]))),
      log.bumpGeneration('two'),
    ]);
    expect((await log.load('one'))?.tail.map(({ seq }) => seq)).toEqual([3, 4]);
    expect((await log.load('two'))?.generation).toBe(2);
    expect(await log.getBlob('b')).toEqual(Uint8Array.of(1));
  });

  it('[D15] close waits for what is under way and takes nothing after', async () => {
    const storage = await open();
    const under = [1, 2, 3].map((index) => storage.log.append(only('one', entry([index]))));
    await storage.close();
    expect((await Promise.all(under)).map((seqs) => seqs.get('one'))).toEqual([1, 2, 3]);
    await expect(storage.log.append(only('one', entry([4])))).rejects.toMatchObject({ code: 'unavailable' });
  });
});

import { encodeDeleteSet } from '@accord/shared/sync/delete-set';
import { MalformedUpdate, type Range, skimUpdate } from '@accord/shared/sync/skim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

/** One step of somebody's work on a document with every kind of content Yjs can store, but documents in documents. */
const step = fc.record({
  who: fc.nat(3),
  what: fc.constantFrom('text', 'format', 'delete', 'attribute', 'element', 'map', 'array', 'embed', 'undo'),
  at: fc.nat(20),
  words: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  value: fc.jsonValue({ maxDepth: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Runs the steps on four replicas that sync now and then. @returns every update made */
function work(steps: readonly Step[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3, 4].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID * 1_000_003;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'sync') updates.push(update);
    });
    return doc;
  });
  for (const { who, what, at, words, value } of steps) {
    const doc = docs[who] as Y.Doc;
    const text = doc.getText('text');
    const place = Math.min(at, text.length);
    doc.transact(() => {
      if (what === 'text') text.insert(place, words);
      if (what === 'format') text.format(0, place, { bold: { deep: value } });
      if (what === 'delete') text.delete(0, place);
      if (what === 'embed') text.insertEmbed(place, { value });
      if (what === 'attribute') doc.getXmlElement('element').setAttribute('name', words);
      if (what === 'element')
        doc.getXmlElement('element').insert(0, [new Y.XmlElement('p'), new Y.XmlText(words)]);
      if (what === 'map')
        doc.getMap('map').set(words, { value, bytes: Uint8Array.of(at), nothing: undefined, at: at / 3 });
      if (what === 'array') doc.getArray('array').push([value, Uint8Array.of(1, 2), new Y.Map(), words]);
      if (what === 'undo') for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'sync');
    });
  }
  for (const doc of docs) updates.push(Y.encodeStateAsUpdate(doc));
  updates.push(Y.mergeUpdates(updates));
  return updates;
}

/** The same facts, by Yjs' own decoder. */
function byYjs(update: Uint8Array): { structs: Range[]; deletes: Range[] } {
  const { structs, ds } = Y.decodeUpdate(update);
  const runs: [number, number, number][] = [];
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const last = runs.at(-1);
    const { client, clock } = struct.id;
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += struct.length;
    else runs.push([client, clock, struct.length]);
  }
  const deletes = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }): Range => [client, clock, len]),
  );
  return { structs: runs, deletes: deletes.filter(([, , length]) => length > 0) };
}

describe('skimming an update', () => {
  it('finds the struct and deletion ranges that Yjs’ own decoder finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const update of work(steps)) {
          const { structs, deletes } = skimUpdate(update);
          expect({ structs, deletes }).toEqual(byYjs(update));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds what other clients’ structs an update hangs on', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const update of work(steps)) {
          const expected = new Map<number, number>();
          for (const struct of Y.decodeUpdate(update).structs) {
            if (!(struct instanceof Y.Item)) continue;
            for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
              if (!(id instanceof Y.ID) || id.client === struct.id.client) continue;
              expected.set(id.client, Math.max(expected.get(id.client) ?? -1, id.clock));
            }
          }
          expect(new Map(skimUpdate(update).needs)).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts the types an update brings', () => {
    const doc = new Y.Doc();
    doc.getXmlFragment('default').insert(0, [new Y.XmlElement('p'), new Y.XmlText('words')]);
    expect(skimUpdate(Y.encodeStateAsUpdate(doc)).types).toBe(2);
  });

  it('says where the delete set begins, and an own one can stand in its place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        for (const update of work(steps)) {
          const { deletesAt, deletes } = skimUpdate(update);
          const again = Uint8Array.of(...update.subarray(0, deletesAt), ...encodeDeleteSet(deletes));
          expect(byYjs(again)).toEqual(byYjs(update));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('[X1] says of damaged bytes what Yjs says of them, or refuses them', () => {
    const changes = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 3 });
    const cut = fc.option(fc.nat(), { freq: 3 });
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        changes,
        cut,
        fc.nat(),
        (steps, edits, length, which) => {
          const updates = work(steps);
          const bytes = (updates[which % updates.length] as Uint8Array).slice();
          for (const { at, byte } of edits) bytes[at % bytes.length] = byte;
          const damaged = length === null ? bytes : bytes.subarray(0, length % bytes.length);
          const skimmed = attempt(() => skimUpdate(damaged));
          if (skimmed instanceof Error) {
            expect(skimmed).toBeInstanceOf(MalformedUpdate);
            return;
          }
          const decoded = attempt(() => byYjs(damaged));
          // What reads well by its lengths can still hold broken characters or JSON: that is what applying finds.
          if (decoded instanceof Error) return;
          accepted++;
          expect({ structs: skimmed.structs, deletes: skimmed.deletes }).toEqual(decoded);
        },
      ),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('[X1] refuses frames that claim more than they hold without allocating for it', () => {
    // 2^40 structs, a string of 2^40 bytes, 2^40 values, 2^40 deletions.
    const huge = [0x80, 0x80, 0x80, 0x80, 0x80, 0x20];
    for (const bytes of [
      [1, ...huge, 1, 0],
      [1, 1, 1, 0, 4, 1, 1, 0x61, ...huge],
      [1, 1, 1, 0, 8, 1, 1, 0x61, ...huge],
      [0, 1, 1, ...huge],
      [...huge],
    ]) {
      expect(() => skimUpdate(Uint8Array.from(bytes))).toThrow(MalformedUpdate);
    }
  });

  it.each([
    ['a client listed twice', [2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0]],
    ['an empty struct', [1, 1, 5, 0, 0, 0, 0]],
    ['an empty string', [1, 1, 5, 0, 4, 1, 1, 0x61, 0, 0]],
    ['a garbage struct with odd bits', [1, 1, 5, 0, 0b10000000, 5, 0, 1, 0]],
    ['a struct that hangs on itself', [1, 1, 5, 0, 0b10000100, 5, 0, 1, 0x61, 0]],
    ['a document in a document', [1, 1, 5, 0, 9, 1, 1, 0x61, 1, 0x62, 118, 0, 0]],
    ['bytes after the end', [0, 0, 0]],
    ['nothing', []],
  ])('refuses %s', (_, bytes) => {
    expect(() => skimUpdate(Uint8Array.from(bytes))).toThrow(MalformedUpdate);
  });
});

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

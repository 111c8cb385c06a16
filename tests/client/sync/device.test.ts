import 'fake-indexeddb/auto';
import type { CopyHead, Device } from '@accord/client/sync/device/device';
import { openIndexedDbDevice } from '@accord/client/sync/device/indexed-db-device';
import type { KeptWords } from '@accord/client/sync/device/kept-words';
import { createMemoryDevice } from '@accord/client/sync/device/memory-device';
import { unsentWork } from '@accord/client/sync/device/unsent-work';
import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';

const bytes = (...values: number[]) => new Uint8Array(values);
const head: CopyHead = { chapterId: 'chapter-1', generation: 1, schema: 1, access: 'write', title: 'One' };
const words: KeptWords = {
  id: 'kept-1',
  chapterId: 'chapter-1',
  title: 'One',
  at: 7,
  reason: 'chapter-locked',
  changes: 1,
  blocks: [{ blockId: 'b', parts: [{ text: 'mine', mine: true }] }],
  updates: [{ tab: 'gone', seq: 1, update: bytes(9) }],
};
const occasion = { chapterId: 'chapter-1', title: 'One', reason: 'chapter-locked', at: 7 } as const;

/** A text with one paragraph, as the server sent it, and what a tab types at its end. */
function manuscript() {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Begun.')]);
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  const state = Y.encodeStateAsUpdate(doc);
  const tab = () => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, state);
    return (text: string) => {
      const before = Y.encodeStateVector(copy);
      const run = (copy.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
      run.insert(run.length, text);
      return Y.encodeStateAsUpdate(copy, before);
    };
  };
  return { state, tab };
}
const mineIn = (kept: readonly KeptWords[]) =>
  kept.map(({ blocks }) =>
    blocks.flatMap(({ parts }) => parts.flatMap(({ text, mine }) => (mine ? [text] : []))).join('|'),
  );

/** Each opening of one person's store, as another tab would. */
const kinds: [string, () => { open: () => Promise<Device> }][] = [
  [
    'on IndexedDB',
    () => {
      const personId = newId();
      return { open: () => openIndexedDbDevice(personId) };
    },
  ],
  [
    'in memory',
    () => {
      const device = createMemoryDevice();
      return { open: async () => device };
    },
  ],
];

describe.each(kinds)('the device store %s', (_, kind) => {
  let open: () => Promise<Device>;
  let one: Device;
  let two: Device;
  beforeEach(async () => {
    ({ open } = kind());
    one = await open();
    two = await open();
  });
  afterEach(() => {
    one.close();
    two.close();
  });
  const unsavedOf = async (device: Device) =>
    (await device.readCopy('chapter-1'))?.unsaved.map(({ tab, seq }) => `${tab}${seq}`);

  it('[U2] holds nothing before a copy was made, and refuses what belongs to none', async () => {
    expect(await one.readCopy('chapter-1')).toBeNull();
    expect(await one.append('chapter-1', 'none', { update: bytes(1), mine: null })).toBe(false);
    expect(await one.readCopy('chapter-1')).toBeNull();
  });

  it('[U4] gives back what was written, and which of it is unsaved', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    expect(await one.append('chapter-1', made, { update: bytes(2), mine: null })).toBe(true);
    expect(await one.append('chapter-1', made, { update: bytes(3), mine: { tab: 'a', seq: 1 } })).toBe(true);
    const copy = await two.readCopy('chapter-1');
    expect(copy).toMatchObject({ ...head, incarnation: made });
    expect(copy?.updates).toEqual([bytes(1), bytes(2), bytes(3)]);
    expect(copy?.unsaved).toEqual([{ tab: 'a', seq: 1, update: bytes(3) }]);
  });

  it('[U8] marks of two tabs only rise, each for its own changes', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    for (const [tab, seq] of [
      ['a', 1],
      ['b', 1],
      ['a', 2],
      ['a', 3],
    ] as const) {
      await one.append('chapter-1', made, { update: bytes(seq), mine: { tab, seq } });
    }
    await two.markDurable('chapter-1', made, new Map([['a', 2]]));
    await one.markDurable('chapter-1', made, new Map([['a', 1]]));
    expect(await unsavedOf(one)).toEqual(['b1', 'a3']);
  });

  it('[U8] a second tab that makes the copy joins the first one’s', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    await one.append('chapter-1', made, { update: bytes(2), mine: { tab: 'a', seq: 1 } });
    expect(await two.createCopy(head, bytes(3), [])).toBe(made);
    expect((await one.readCopy('chapter-1'))?.updates).toHaveLength(3);
    expect(await unsavedOf(one)).toEqual(['a1']);
  });

  it('[U4] a copy of another generation takes the place of the old one', async () => {
    const old = await one.createCopy(head, bytes(1), []);
    await one.append('chapter-1', old, { update: bytes(2), mine: { tab: 'a', seq: 1 } });
    const made = await two.createCopy({ ...head, generation: 2 }, bytes(4), []);
    expect(made).not.toBe(old);
    expect(await one.append('chapter-1', old, { update: bytes(5), mine: null })).toBe(false);
    expect(await one.readCopy('chapter-1')).toMatchObject({
      generation: 2,
      updates: [bytes(4)],
      unsaved: [],
    });
  });

  it('[U4] folding a copy keeps what is unsaved and what came since', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    await one.append('chapter-1', made, { update: bytes(2), mine: { tab: 'a', seq: 1 } });
    await one.append('chapter-1', made, { update: bytes(3), mine: { tab: 'a', seq: 2 } });
    await one.markDurable('chapter-1', made, new Map([['a', 1]]));
    const lastRow = (await one.readCopy('chapter-1'))?.lastRow ?? 0;
    await two.append('chapter-1', made, { update: bytes(4), mine: null });
    await one.compact('chapter-1', made, lastRow, bytes(123));
    expect((await two.readCopy('chapter-1'))?.updates).toEqual([bytes(3), bytes(4), bytes(123)]);
    expect(await unsavedOf(two)).toEqual(['a2']);
  });

  it('[U4] dropping a copy keeps the words that were refused, until they are taken back', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    await one.dropCopy(occasion, words);
    expect(await two.readCopy('chapter-1')).toBeNull();
    expect(await two.append('chapter-1', made, { update: bytes(2), mine: null })).toBe(false);
    expect(await two.listKept()).toEqual([words]);
    await two.forgetKept('kept-1');
    expect(await one.listKept()).toEqual([]);
  });

  it('[U4] dropping a copy keeps what other tabs have not sent, each tab’s words apart', async () => {
    const { state, tab } = manuscript();
    const [closed, other] = [tab(), tab()];
    const made = await one.createCopy(head, state, []);
    const write = (name: string, seq: number, update: Uint8Array) =>
      two.append('chapter-1', made, { update, mine: { tab: name, seq } });
    await write('closed', 1, closed(' Sent.'));
    await write('closed', 2, closed(' From a closed tab.'));
    await write('other', 1, other(' From another.'));
    await one.markDurable('chapter-1', made, new Map([['closed', 1]]));
    const told = new Promise<void>((heard) => two.onKept(heard));
    await one.dropCopy(occasion, null);
    await told;
    const kept = await two.listKept();
    expect(mineIn(kept).sort()).toEqual([' From a closed tab.', ' From another.']);
    expect(kept.map(({ reason, title, at, changes }) => ({ reason, title, at, changes }))).toEqual([
      { reason: 'chapter-locked', title: 'One', at: 7, changes: 1 },
      { reason: 'chapter-locked', title: 'One', at: 7, changes: 1 },
    ]);
  });

  it('[U4] words kept for another tab are not offered twice: not when it keeps them itself, nor when it sends them', async () => {
    const { state, tab } = manuscript();
    const [first, second] = [tab(), tab()];
    const made = await one.createCopy(head, state, []);
    const late = { tab: 'late', seq: 1, update: first(' Refused later.') };
    const lucky = { tab: 'lucky', seq: 1, update: second(' Sent after all.') };
    for (const { tab: name, seq, update } of [late, lucky])
      await two.append('chapter-1', made, { update, mine: { tab: name, seq } });
    await one.dropCopy(occasion, null);
    expect(await one.listKept()).toHaveLength(2);
    await two.dropCopy(occasion, { ...words, id: 'own', updates: [late] });
    expect((await one.listKept()).map(({ id }) => id)).toContain('own');
    expect(await one.listKept()).toHaveLength(2);
    await two.markDurable('chapter-1', made, new Map([['lucky', 1]]));
    expect((await one.listKept()).map(({ id }) => id)).toEqual(['own']);
  });

  it('[U4] words kept for a tab that is open still are listed once among what is unsent', async () => {
    const { state, tab } = manuscript();
    const made = await one.createCopy(head, state, []);
    const change = { tab: 'open', seq: 1, update: tab()(' Mine.') };
    await two.append('chapter-1', made, { update: change.update, mine: change });
    await one.dropCopy(occasion, null);
    // As its tab does when it learns that the copy is gone.
    await two.createCopy(head, state, [change]);
    expect(await unsentWork(one)).toMatchObject([
      { chapterId: 'chapter-1', changes: 1, text: 'Begun. Mine.' },
    ]);
  });

  it('[U4] what a copy of an older generation holds unsent is kept when a new one takes its place', async () => {
    const { state, tab } = manuscript();
    const old = await one.createCopy(head, state, []);
    await one.append('chapter-1', old, { update: tab()(' Before.'), mine: { tab: 'a', seq: 1 } });
    await two.createCopy({ ...head, generation: 2 }, state, []);
    const kept = await one.listKept();
    expect(mineIn(kept)).toEqual([' Before.']);
    expect(kept[0]?.reason).toBe('older-generation');
  });

  it('remembers what I may do, for the next opening without the server', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    await one.noteAccess('chapter-1', made, 'locked');
    expect((await two.readCopy('chapter-1'))?.access).toBe('locked');
  });

  it('[U4] wiped at sign-out: nothing is left, and nothing is written any more', async () => {
    const made = await one.createCopy(head, bytes(1), []);
    await one.dropCopy(occasion, words);
    const told = new Promise<void>((heard) => two.onWiped(heard));
    await one.wipe();
    await told;
    await two.append('chapter-1', made, { update: bytes(2), mine: null });
    await two.createCopy(head, bytes(3), []);
    expect(await two.listCopies()).toEqual([]);
    expect(await two.listKept()).toEqual([]);
  });
});

it('[U4] a change is stored by the call that brings it: a page that goes away at once has written', async () => {
  const device = await openIndexedDbDevice(newId());
  const made = await device.createCopy(head, bytes(1), []);
  const add = vi.spyOn(IDBObjectStore.prototype, 'add');
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
  const done = device.append('chapter-1', made, { update: bytes(2), mine: { tab: 'a', seq: 1 } });
  expect([add.mock.calls.length, commit.mock.calls.length]).toEqual([1, 1]);
  vi.restoreAllMocks();
  await done;
  expect((await device.readCopy('chapter-1'))?.updates).toEqual([bytes(1), bytes(2)]);
  device.close();
});

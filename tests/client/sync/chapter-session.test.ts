import 'fake-indexeddb/auto';
import type { Device } from '@accord/client/sync/device/device';
import { openIndexedDbDevice } from '@accord/client/sync/device/indexed-db-device';
import { type KeptWords, keptText } from '@accord/client/sync/device/kept-words';
import { unsentWork } from '@accord/client/sync/device/unsent-work';
import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Engine } from './engine';
import { Tab, until } from './tab';

let engine: Engine;
let chapterId: string;
let devices: Map<string, Device>;
let tabs: Tab[];

beforeEach(async () => {
  engine = await Engine.start();
  chapterId = newId();
  devices = new Map();
  tabs = [];
  const paragraph = {
    type: 'paragraph',
    attrs: { id: 'block-1' },
    content: [{ type: 'text', text: 'Begun.' }],
  };
  await engine.chapters.seed(chapterId, { type: 'doc', content: [paragraph] }, 'admin');
});
afterEach(async () => {
  for (const tab of tabs) tab.close();
  for (const device of devices.values()) device.close();
  await engine.end();
});

/** Person ids are new in each test, so each starts with an empty device. */
const people = new Map<string, string>();
beforeEach(() => people.clear());
const idOf = (name: string): string => {
  const id = people.get(name) ?? `${name}-${newId()}`;
  people.set(name, id);
  return id;
};

async function open(name: string, options?: ConstructorParameters<typeof Tab>[4]): Promise<Tab> {
  const personId = idOf(name);
  const device = devices.get(personId) ?? (await openIndexedDbDevice(personId));
  devices.set(personId, device);
  const tab = new Tab(engine, personId, chapterId, device, options);
  tabs.push(tab);
  return tab;
}

async function opened(name: string): Promise<Tab> {
  const tab = await open(name);
  await tab.saved();
  return tab;
}

/** My words among those kept. */
const mine = ({ blocks }: KeptWords) =>
  blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.mine ? [part.text] : [])));

const once = (text: string, word: string) => text.split(word).length - 1;

describe('a chapter open in a tab', () => {
  it('[U2] shows nothing editable before the first sync', async () => {
    await engine.kill();
    const tab = await open('aino');
    expect(tab.session.manuscript.get()).toBeNull();
    expect(tab.session.saved.get()).toEqual({ kind: 'read-only', reason: 'opening' });
    await engine.start();
    tab.session.retry();
    await tab.saved();
    expect(tab.text()).toBe('Begun.');
  });

  it('[U3] says Saved only after the server called the change durable', async () => {
    const tab = await opened('aino');
    tab.type(' More.');
    expect(tab.session.saved.get()).toEqual({ kind: 'saving' });
    await tab.saved();
    expect(await engine.text(chapterId)).toBe('Begun. More.');
  });

  it('[U3] counts a change that only deletes', async () => {
    const tab = await opened('aino');
    tab.erase(0, 2);
    expect(tab.session.saved.get()).toEqual({ kind: 'saving' });
    await tab.saved();
    expect(await engine.text(chapterId)).toBe('gun.');
  });

  it('[U4] keeps what is written without the server, counts it, and delivers it once', async () => {
    const tab = await opened('aino');
    const other = await opened('klara');
    await engine.kill();
    await until(tab.session.link, (link) => link === 'down');
    tab.type(' one');
    tab.type(' two');
    tab.erase(0, 1);
    expect(tab.session.saved.get()).toEqual({ kind: 'not-saved', changes: 3 });
    await engine.start();
    tab.session.retry();
    await tab.saved();
    other.session.retry();
    await other.saved();
    expect(await engine.text(chapterId)).toBe('egun. one two');
    await until(other.session.link, (link) => link === 'up');
    expect(other.text()).toBe('egun. one two');
  });

  it('[U4] cut in the middle of typing again and again, every word arrives once', async () => {
    const tab = await opened('aino');
    const words = Array.from({ length: 60 }, (_, index) => `w${index}.`);
    for (const [index, word] of words.entries()) {
      tab.type(word);
      if (index % 7 === 3) engine.cut();
      if (index % 3 === 0) await new Promise((next) => setImmediate(next));
    }
    await until(tab.session.unsaved, (unsaved) => unsaved === 0);
    const text = await engine.text(chapterId);
    expect(words.filter((word) => once(text, word) !== 1)).toEqual([]);
  });

  it('[U4] brings words back after a reload without the server, still counted, under a new client id', async () => {
    const before = await opened('aino');
    await engine.kill();
    await until(before.session.link, (link) => link === 'down');
    before.type(' offline');
    before.type(' words');
    const client = before.doc.clientID;
    before.close();

    const after = await open('aino', { offline: true });
    await after.writable();
    expect(after.text()).toBe('Begun. offline words');
    expect(after.doc.clientID).not.toBe(client);
    expect(after.session.saved.get()).toEqual({ kind: 'not-saved', changes: 2 });
    after.type(' more');
    expect(after.session.saved.get()).toEqual({ kind: 'not-saved', changes: 3 });

    await engine.start();
    after.goOnline();
    await after.saved();
    expect(await engine.text(chapterId)).toBe('Begun. offline words more');
    after.close();
    const third = await open('aino', { offline: true });
    await third.writable();
    expect(third.session.saved.get()).toEqual({ kind: 'saved' });
  });

  it('[U8] two tabs of one person share a device copy, and neither loses nor doubles a word', async () => {
    const one = await opened('aino');
    const two = await opened('aino');
    expect(one.doc.clientID).not.toBe(two.doc.clientID);
    await engine.kill();
    await until(one.session.link, (link) => link === 'down');
    await until(two.session.link, (link) => link === 'down');
    one.type(' from-one');
    two.type(' from-two');
    one.close();
    two.close();
    const back = await open('aino', { offline: true });
    await back.writable();
    expect(back.session.saved.get()).toEqual({ kind: 'not-saved', changes: 2 });
    await engine.start();
    back.goOnline();
    await back.saved();
    const text = await engine.text(chapterId);
    expect([once(text, 'from-one'), once(text, 'from-two')]).toEqual([1, 1]);
  });

  it('[U8] shows two tabs of one person as one person to the others', async () => {
    const klara = await opened('klara');
    await opened('aino');
    await opened('aino');
    await until(klara.session.peers, (peers) => peers.length > 1);
    const ids = klara.session.peers.get().map((peer) => peer.id);
    expect(ids).toEqual([idOf('klara'), idOf('aino')]);
  });

  it('[P2] lowered while typing: keeps the words aside and goes on as a reader', async () => {
    const tab = await opened('aino');
    tab.type(' Saved before.');
    await tab.saved();
    const client = tab.doc.clientID;
    tab.goOffline(engine);
    await until(tab.session.link, (link) => link === 'down');
    tab.type(' Never taken.');
    engine.judge(idOf('aino'), 'read');
    tab.goOnline();
    await until(tab.session.saved, (state) => state.kind === 'read-only' && state.reason === 'reader');
    await until(tab.session.manuscript, (manuscript) => manuscript !== null);
    expect(tab.text()).toBe('Begun. Saved before.');
    expect(tab.doc.clientID).not.toBe(client);
    const [kept] = tab.session.kept.get();
    expect(kept?.reason).toBe('not-allowed');
    expect(kept?.blocks).toEqual([
      {
        blockId: 'block-1',
        parts: [
          { text: 'Begun. Saved before.', mine: false },
          { text: ' Never taken.', mine: true },
        ],
      },
    ]);
    expect(await engine.text(chapterId)).toBe('Begun. Saved before.');
  });

  it('[P2] lowered on an open connection: stops writing within two seconds, and can write again when raised', async () => {
    const tab = await opened('aino');
    engine.judge(idOf('aino'), 'read');
    await until(tab.session.access, (access) => access.may === 'read');
    engine.judge(idOf('aino'), 'write');
    await tab.writable();
    tab.type(' Back.');
    await tab.saved();
    expect(await engine.text(chapterId)).toBe('Begun. Back.');
  });

  it('[P5] an update under somebody else’s client id is put aside, and writing goes on under a new one', async () => {
    const aino = await opened('aino');
    const klara = await opened('klara');
    klara.type(' Klara.');
    await klara.saved();
    await until(aino.session.link, (link) => link === 'up');
    await untilText(aino, 'Begun. Klara.');
    // What no client of ours does: writing under the id of another.
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(aino.doc));
    forger.clientID = klara.doc.clientID;
    const forged = forger.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
    forged.insert(1, [new Y.XmlText(' Forged.')]);
    Y.applyUpdate(aino.doc, Y.encodeStateAsUpdate(forger, Y.encodeStateVector(aino.doc)));
    await until(aino.session.kept, (kept) => kept.length === 1);
    expect(aino.session.kept.get()[0]?.reason).toBe('foreign-client-id');
    await until(aino.session.manuscript, (manuscript) => manuscript !== null);
    await aino.writable();
    aino.type(' Honest.');
    await aino.saved();
    klara.type(' Again.');
    await klara.saved();
    const text = await engine.text(chapterId);
    expect([once(text, 'Forged'), once(text, 'Honest'), once(text, 'Again')]).toEqual([0, 1, 1]);
  });

  it('[P5] when somebody else has signed in in the same browser, sends nothing in their name and keeps the words', async () => {
    const tab = await opened('aino');
    tab.goOffline(engine);
    await until(tab.session.link, (link) => link === 'down');
    tab.type(' Ainos words.');
    tab.network.signedIn = idOf('klara');
    // What the other may do says nothing about these words.
    engine.access.set(idOf('klara'), 'locked');
    tab.goOnline();
    await until(tab.session.access, (access) => access.may === 'read' && access.reason === 'another-person');
    expect(tab.session.saved.get()).toEqual({ kind: 'not-saved', changes: 1 });
    expect(tab.session.kept.get()).toEqual([]);
    expect(tab.text()).toBe('Begun. Ainos words.');
    expect(await engine.text(chapterId)).toBe('Begun.');
    tab.network.signedIn = idOf('aino');
    tab.session.retry();
    await tab.saved();
    expect(await engine.text(chapterId)).toBe('Begun. Ainos words.');
    expect((await engine.storage.log.load(chapterId))?.tail.at(-1)?.personId).toBe(idOf('aino'));
  });

  it('[R2] a lock that came while offline: the words are offered back, the text stays as it was', async () => {
    const tab = await opened('aino');
    tab.goOffline(engine);
    await until(tab.session.link, (link) => link === 'down');
    tab.type(' Too late.');
    engine.judge(idOf('aino'), 'locked');
    tab.goOnline();
    await until(tab.session.saved, (state) => state.kind === 'read-only' && state.reason === 'locked');
    const kept = tab.session.kept.get();
    expect(kept.map(keptText)).toEqual(['Begun. Too late.']);
    expect(await engine.text(chapterId)).toBe('Begun.');
    // Offered again after a reload, until taken.
    tab.close();
    const again = await open('aino');
    await until(again.session.kept, (words) => words.length === 1);
    await again.session.forgetKept(again.session.kept.get()[0]?.id ?? '');
    expect(await devices.get(idOf('aino'))?.listKept()).toEqual([]);
  });

  it('[U4] lowered while two tabs of one person are offline, one closed since: the words of both are offered, once each', async () => {
    const one = await opened('aino');
    const two = await opened('aino');
    for (const tab of [one, two]) {
      tab.goOffline(engine);
      await until(tab.session.link, (link) => link === 'down');
    }
    one.type(' From one.');
    two.type(' From two.');
    two.close();
    engine.judge(idOf('aino'), 'read');
    one.goOnline();
    await until(one.session.kept, (kept) => kept.length === 2);
    expect(one.session.kept.get().flatMap(mine).sort()).toEqual([' From one.', ' From two.']);
    expect(await engine.text(chapterId)).toBe('Begun.');
  });

  it('[U8] lowered while two tabs of one person are offline and both come back: each word is offered once, in both', async () => {
    const tabs = [await opened('aino'), await opened('aino')];
    for (const tab of tabs) {
      tab.goOffline(engine);
      await until(tab.session.link, (link) => link === 'down');
    }
    for (const [index, tab] of tabs.entries()) tab.type(` From ${index}.`);
    engine.judge(idOf('aino'), 'locked');
    for (const tab of tabs) {
      tab.goOnline();
      await until(tab.session.saved, (state) => state.kind === 'read-only' && state.reason === 'locked');
    }
    const device = devices.get(idOf('aino'));
    for (const { session } of tabs) {
      await until(session.kept, (kept) => kept.length === 2);
      expect(session.kept.get().flatMap(mine).sort()).toEqual([' From 0.', ' From 1.']);
    }
    expect(await device?.listKept()).toHaveLength(2);
  });

  it('[U4] a copy of an older generation is dropped, its unsent words are kept aside', async () => {
    const before = await opened('aino');
    before.goOffline(engine);
    await until(before.session.link, (link) => link === 'down');
    before.type(' From before the backup.');
    before.close();
    await engine.kill();
    await engine.storage.log.bumpGeneration(chapterId);
    await engine.start();
    const after = await open('aino');
    await after.saved();
    expect(after.text()).toBe('Begun.');
    expect(after.session.kept.get().map(keptText)).toEqual(['Begun. From before the backup.']);
    after.type(' After.');
    await after.saved();
    expect(await engine.text(chapterId)).toBe('Begun. After.');
  });

  it('[U5] a refused socket leaves the last text to read, with the reason', async () => {
    const first = await opened('aino');
    first.close();
    engine.access.set(idOf('aino'), 'none');
    const tab = await open('aino');
    await until(tab.session.access, (access) => access.may === 'read' && access.reason === 'not-allowed');
    expect(tab.session.saved.get()).toEqual({ kind: 'read-only', reason: 'not-allowed' });
  });

  it('[U9] an editor older than the text gets no live text and deletes nothing', async () => {
    const tab = await open('aino', { schema: 0 });
    await until(tab.session.access, (access) => access.may === 'read' && access.reason === 'older-schema');
    expect(tab.session.manuscript.get()).toBeNull();
    expect(await engine.text(chapterId)).toBe('Begun.');
  });

  it('[U4] sign-out lists what is unsent, and wipes the device in every tab', async () => {
    const tab = await opened('aino');
    tab.goOffline(engine);
    await until(tab.session.link, (link) => link === 'down');
    tab.type(' Unsent.');
    const device = devices.get(idOf('aino'));
    if (!device) throw new Error('no device');
    expect(await unsentWork(device)).toEqual([
      { chapterId, title: 'A chapter', changes: 1, text: 'Begun. Unsent.' },
    ]);
    await device.wipe();
    expect(tab.session.access.get()).toEqual({ may: 'read', reason: 'not-signed-in' });
    tab.close();
    const fresh = await openIndexedDbDevice(idOf('aino'));
    expect([await fresh.listCopies(), await fresh.listKept()]).toEqual([[], []]);
    fresh.close();
  });
});

function untilText(tab: Tab, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (tab.text() !== text) return;
      tab.doc.off('update', look);
      resolve();
    };
    tab.doc.on('update', look);
    look();
  });
}

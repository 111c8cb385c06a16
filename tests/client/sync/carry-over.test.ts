import { missingWords } from '@accord/client/sync/carry-over';
import { createMemoryDevice } from '@accord/client/sync/device/memory-device';
import type { Seen } from '@accord/client/sync/overtaken';
import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import { writeEdits } from '@accord/shared/manuscript/yjs-edits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { Engine } from './engine';
import { Tab, until } from './tab';

let engine: Engine;
let chapterId: string;
let tabs: Tab[];

beforeEach(async () => {
  engine = await Engine.start();
  chapterId = newId();
  tabs = [];
  const block = (id: string, text: string) => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text }],
  });
  const content = [block('one', 'Begun.'), block('two', 'Second.')];
  await engine.chapters.seed(chapterId, { type: 'doc', content }, 'admin');
});
afterEach(async () => {
  for (const tab of tabs) tab.close();
  await engine.end();
});

async function opened(name: string): Promise<Tab> {
  const tab = new Tab(engine, `${name}-${newId()}`, chapterId, createMemoryDevice());
  tabs.push(tab);
  await tab.saved();
  return tab;
}

const edit = (tab: Tab, ...edits: Edit[]) => writeEdits(tab.doc.getXmlFragment(FRAGMENT), edits);
const asHeading: Edit = { kind: 'retype', blockId: 'one', type: 'heading', attrs: { level: 2 } };
const cut = (from: number, to: number): Edit => ({
  kind: 'replace-text',
  blockId: 'one',
  from,
  to,
  content: [],
});

/** Resolves when the tab's text is as wanted. */
function shows(tab: Tab, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (tab.text() !== text) return;
      tab.doc.off('afterAllTransactions', look);
      resolve();
    };
    tab.doc.on('afterAllTransactions', look);
    look();
  });
}

/** To be called in the same breath as the cut: then it has not been noticed yet. */
async function backAfterCut(tab: Tab): Promise<void> {
  await until(tab.session.link, (link) => link === 'down');
  await until(tab.session.link, (link) => link === 'up');
}

const kindOf = (tab: Tab) => (tab.doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).nodeName;

describe('words typed into a block that somebody else writes anew at the same moment', () => {
  it('[U4] are in the heading that was made of the paragraph, when they were typed offline', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    marie.goOffline(engine);
    marie.type(' Offline words.');
    await backAfterCut(aino);
    edit(aino, asHeading);
    await aino.saved();
    marie.goOnline();
    await shows(marie, 'Begun. Offline words.\nSecond.');
    await shows(aino, 'Begun. Offline words.\nSecond.');
    expect(kindOf(marie)).toBe('heading');
    await marie.saved();
  });

  it('[U4] are in it when they were saved, and who made the heading had been away', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    aino.goOffline(engine);
    edit(aino, asHeading);
    await backAfterCut(marie);
    marie.type(' Saved words.');
    await marie.saved();
    aino.goOnline();
    await shows(aino, 'Begun. Saved words.\nSecond.');
    await shows(marie, 'Begun. Saved words.\nSecond.');
  });

  it('[U4] are in it where they stood, beside what was changed there', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    marie.goOffline(engine);
    const words = (marie.doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    words.insert(5, ' by Marie');
    await backAfterCut(aino);
    edit(aino, asHeading);
    aino.type(' And by Aino.');
    await aino.saved();
    marie.goOnline();
    await shows(aino, 'Begun by Marie. And by Aino.\nSecond.');
  });

  it('[U4] move along with a block that is moved', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    marie.goOffline(engine);
    marie.type(' Offline words.');
    await backAfterCut(aino);
    edit(aino, { kind: 'move-block', blockId: 'one', parentId: null, index: 1 });
    await aino.saved();
    marie.goOnline();
    await shows(aino, 'Second.\nBegun. Offline words.');
  });

  it('[U4] are not doubled when they had been seen', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    marie.type(' Seen words.');
    await shows(aino, 'Begun. Seen words.\nSecond.');
    edit(aino, asHeading);
    aino.type(' The end.');
    await shows(
      marie,
      'Begun. Seen words.\nSecond. The end.'.replace('.\nSecond. The end.', '. The end.\nSecond.'),
    );
    await marie.saved();
    expect(marie.session.unsaved.get()).toBe(0);
    expect(marie.text()).toBe(aino.text());
  });

  it('[U4] stay deleted when they had been seen and were deleted while their author was away', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    marie.type(' Seen words.');
    await shows(aino, 'Begun. Seen words.\nSecond.');
    await marie.saved();
    marie.goOffline(engine);
    marie.type(' New.');
    await backAfterCut(aino);
    edit(aino, asHeading, cut(6, 18));
    await aino.saved();
    marie.goOnline();
    await shows(aino, 'Begun. New.\nSecond.');
  });
});

describe('words typed into a block that somebody else deletes at the same moment', () => {
  it('[U4] get a paragraph of their own where it stood; what had been seen of it stays deleted', async () => {
    const [aino, marie] = [await opened('aino'), await opened('marie')];
    marie.goOffline(engine);
    marie.type(' Offline words.');
    await backAfterCut(aino);
    edit(aino, { kind: 'remove-block', blockId: 'one' });
    await aino.saved();
    marie.goOnline();
    await shows(aino, ' Offline words.\nSecond.');
    await shows(marie, ' Offline words.\nSecond.');
  });
});

describe('missing words', () => {
  const pieces = (...given: [string, Seen][]) => given.map(([text, seen]) => ({ text, seen }));
  it('are found where they belong in a text that was changed around them', () => {
    const before = pieces(['The aims ', 'yes'], ['of all partners ', 'maybe'], ['are these.', 'yes']);
    expect(missingWords(before, 'The aims are these.')).toEqual([{ at: 9, text: 'of all partners ' }]);
    expect(missingWords(before, 'All the aims are these four.')).toEqual([
      { at: 13, text: 'of all partners ' },
    ]);
    expect(missingWords(before, 'The aims of all partners are these.')).toEqual([]);
    expect(missingWords(before, 'The aims of all are these.')).toEqual([{ at: 16, text: 'partners ' }]);
    expect(missingWords(before, '')).toEqual([{ at: 0, text: 'of all partners ' }]);
  });
});

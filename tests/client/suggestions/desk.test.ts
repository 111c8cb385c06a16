// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { openDesk, type SuggestionDesk } from '@accord/client/suggestions/desk';
import { type KeptSuggestions, openKeptSuggestions } from '@accord/client/suggestions/kept-suggestions';
import { unsentSuggestionWork } from '@accord/client/suggestions/unsent-work';
import { heading, paragraph } from '@accord/shared/manuscript/build';
import { describeSuggestion } from '@accord/shared/suggestions/describe';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { caretAt, openEditor, select, serverDoc, twins, type } from '../editor/open-editor';
import { Served } from './served';
import { jsonOf, words } from './suggesting';

let served: Served;
let synced: Y.Doc;
let kept: KeptSuggestions;
let desks: SuggestionDesk[];
let person = 0;

beforeEach(async () => {
  const { ours, theirs } = twins(
    serverDoc(heading(1, 'Aims'), paragraph('The brown fox jumps.'), paragraph('Second thought.')),
  );
  served = new Served(theirs);
  synced = ours;
  person += 1;
  kept = await openKeptSuggestions(`person-${person}`);
  desks = [];
  served.onNotice = () => {
    for (const desk of desks) void desk.refresh();
  };
});
afterEach(() => {
  for (const desk of desks) desk.close();
});

interface At {
  readonly desk: SuggestionDesk;
  readonly editor: Editor;
  text(): string;
}

/** Somebody who opens the chapter and suggests; the list has come. */
async function suggesting(options: { tab?: string; otherTabs?: string[] } = {}): Promise<At> {
  const { tab = 'tab-1', otherTabs = [] } = options;
  const desk = openDesk({
    chapterId: 'chapter-1',
    title: 'A chapter',
    personId: `person-${person}`,
    calls: served.of(`person-${person}`),
    kept,
    tab,
    otherTabs: async () => new Set(otherTabs),
  });
  desks.push(desk);
  desk.follow(synced);
  desk.suggestIn(synced);
  if (!served.failing) await until(() => desk.loaded.get());
  const { fork } = desk;
  const editor = openEditor((fork.get() as NonNullable<ReturnType<typeof fork.get>>).doc);
  return {
    desk,
    editor,
    text: () => words(jsonOf((fork.get() as NonNullable<ReturnType<typeof fork.get>>).doc)),
  };
}

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5_000 });
const sent = ({ desk }: At) =>
  until(() => {
    desk.fork.get()?.settle();
    return desk.unsent.get() === 0;
  });
const openHere = () => served.records.filter(({ state }) => state === 'open');

/** The words that the open suggestions would add. */
const proposed = () =>
  openHere().map(({ operations }) => {
    const { before, after } = describeSuggestion(operations);
    expect(before).toBe('');
    return after.trim();
  });

describe('the suggestions of a chapter, in one tab', () => {
  it('[S3] are sent as they are written: typing on changes the one, taking all back withdraws it', async () => {
    const me = await suggesting();
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quick');
    await sent(me);
    type(me.editor, 'ly');
    await sent(me);
    expect(served.records).toHaveLength(1);
    expect(proposed()).toEqual(['quickly']);
    select(me.editor, ' quickly');
    me.editor.commands.deleteSelection();
    await sent(me);
    expect(served.records[0]?.state).toBe('withdrawn');
    expect(me.desk.open.get()).toEqual([]);
  });

  it('[U3] are not said to be safe from the very key on, before it is looked what was typed', async () => {
    const me = await suggesting();
    expect(me.desk.unsent.get()).toBe(0);
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quick');
    expect(me.desk.unsent.get()).toBe(1);
    await until(() => me.desk.unsent.get() === 0);
    expect(proposed()).toEqual(['quick']);
    type(me.editor, 'x');
    const { head } = me.editor.state.selection;
    me.editor.commands.deleteRange({ from: head - 1, to: head });
    me.desk.fork.get()?.settle();
    expect(me.desk.unsent.get()).toBe(0);
  });

  it('[U4] are kept on the device while the server is away, and are there after a reload', async () => {
    served.failing = 'unavailable';
    const before = await suggesting();
    caretAt(before.editor, 'fox', 3);
    type(before.editor, ' quickly');
    before.desk.fork.get()?.settle();
    await until(() => before.desk.away.get());
    expect(before.desk.unsent.get()).toBe(1);
    expect(await unsentSuggestionWork(kept)).toMatchObject([
      { title: 'A chapter', text: expect.stringContaining('quickly') },
    ]);
    before.desk.close();

    const after = await suggesting({ tab: 'tab-2' });
    await until(() => after.text().includes('fox quickly'));
    expect(served.records).toEqual([]);
    served.failing = null;
    after.desk.retry();
    await sent(after);
    expect(openHere()).toHaveLength(1);
    expect(await unsentSuggestionWork(kept)).toEqual([]);
  });

  it('[U4] are shown from the device while the server can’t be asked', async () => {
    const before = await suggesting();
    caretAt(before.editor, 'fox', 3);
    type(before.editor, ' quickly');
    await sent(before);
    before.desk.close();
    served.failing = 'unavailable';
    const after = await suggesting({ tab: 'tab-2' });
    await until(() => after.text().includes('fox quickly'));
    expect(after.desk.unsent.get()).toBe(0);
  });

  it('leave to another open tab what that one is sending', async () => {
    served.failing = 'unavailable';
    const first = await suggesting();
    caretAt(first.editor, 'fox', 3);
    type(first.editor, ' quickly');
    first.desk.fork.get()?.settle();
    await until(() => first.desk.away.get());
    const second = await suggesting({ tab: 'tab-2', otherTabs: ['tab-1'] });
    served.failing = null;
    second.desk.retry();
    await until(() => second.desk.loaded.get());
    expect(second.desk.unsent.get()).toBe(0);
    expect(served.records).toEqual([]);
    first.desk.retry();
    await until(() => second.text().includes('fox quickly'));
    expect(served.records).toHaveLength(1);
  });

  it('[S6] stand in the text once when somebody accepts them, and go when somebody rejects them', async () => {
    const me = await suggesting();
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quickly');
    select(me.editor, 'Second');
    type(me.editor, 'Third');
    await sent(me);
    const [one, two] = served.records;
    served.decide([one?.id ?? ''], 'accept', 'author');
    await until(() => me.desk.open.get().length === 1);
    expect(me.text()).toBe('Aims|The brown fox quickly jumps.|Third thought.');
    served.decide([two?.id ?? ''], 'reject', 'author');
    await until(() => me.desk.open.get().length === 0);
    expect(me.text()).toBe('Aims|The brown fox quickly jumps.|Second thought.');
  });

  it('[S8] lose no word that was typed while somebody accepted: it is a suggestion of its own', async () => {
    const me = await suggesting();
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quickly');
    await sent(me);
    // The news of it comes late: meanwhile one types on.
    served.onNotice = () => undefined;
    type(me.editor, ' and far');
    served.decide([served.records[0]?.id ?? ''], 'accept', 'author');
    await sent(me);
    await until(() => openHere().length === 1);
    expect(proposed()).toEqual(['and far']);
    expect(me.text()).toBe('Aims|The brown fox quickly and far jumps.|Second thought.');
  });

  it('[S8] lose no word that was typed while somebody rejected', async () => {
    const me = await suggesting();
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quickly');
    await sent(me);
    served.onNotice = () => undefined;
    type(me.editor, ' and far');
    served.decide([served.records[0]?.id ?? ''], 'reject', 'author');
    await sent(me);
    await until(() => openHere().length === 1);
    expect(proposed()).toEqual(['quickly and far']);
  });

  it('stay here when the server will not have one, with the reason, until it is given up', async () => {
    const me = await suggesting();
    served.failing = 'chapter-locked';
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quickly');
    await until(() => {
      me.desk.fork.get()?.settle();
      return me.desk.open.get()[0]?.mine?.arrived === 'refused';
    });
    expect(me.desk.open.get()[0]?.mine?.refused).toBe('chapter-locked');
    expect(me.desk.unsent.get()).toBe(1);
    me.desk.discard(me.desk.open.get()[0]?.id ?? '');
    expect(me.text()).toBe('Aims|The brown fox jumps.|Second thought.');
    expect(await kept.allUnsent()).toEqual([]);
  });

  it('[S12] can be withdrawn, and are gone from the copy at once', async () => {
    const me = await suggesting();
    caretAt(me.editor, 'fox', 3);
    type(me.editor, ' quickly');
    await sent(me);
    me.desk.withdraw(served.records[0]?.id ?? '');
    expect(me.text()).toBe('Aims|The brown fox jumps.|Second thought.');
    await sent(me);
    expect(openHere()).toEqual([]);
  });
});

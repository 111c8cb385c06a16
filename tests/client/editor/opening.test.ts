// @vitest-environment jsdom
import { ReadOnlyCopy } from '@accord/client/editor/read-only-copy';
import {
  bullets,
  callout,
  figure,
  heading,
  link,
  note,
  noteMark,
  paragraph,
  table,
  tasks,
} from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretAt, countUpdates, openEditor, serverDoc, twins } from './open-editor';

const everything = () => {
  const wide = table(['a', { cell: 'b', across: 2 }], [{ cell: 'c', down: 2 }, 'd', 'e'], ['f', 'g']);
  const cell = wide.content?.[1]?.content?.[1];
  if (cell) cell.attrs = { ...cell.attrs, width: 240 };
  return serverDoc(
    heading(1, 'Aims'),
    paragraph(['See ', link('there', 'https://example.org/'), noteMark('n1'), '.']),
    bullets('one', { text: 'two', under: [bullets('deeper')] }),
    tasks({ done: true, text: 'done' }),
    callout('warning', 'mind'),
    wide,
    figure({ src: '/api/images/abcd1234', alt: 'A wall', width: 800, height: 600 }, 'The wall'),
    note('n1', 'A note.'),
  );
};

describe('opening a chapter', () => {
  it('[U2] that the server wrote changes nothing in it', () => {
    const doc = everything();
    const updates = countUpdates(doc);
    const editor = openEditor(doc);
    editor.commands.setTextSelection(4);
    editor.commands.selectAll();
    expect(updates()).toBe(0);
    expect(editor.getText()).toContain('mind');
  });

  it('that begins with a list puts the caret into its first item', () => {
    const editor = openEditor(serverDoc(bullets('one', 'two')));
    expect(editor.state.selection.$head.parent.textContent).toBe('one');
  });

  it('[U6] that is empty writes no paragraph into it', () => {
    const doc = new Y.Doc();
    const updates = countUpdates(doc);
    openEditor(doc).commands.setTextSelection(1);
    expect(updates()).toBe(0);
  });

  it('and typing one letter touches no attribute, of a table with widths and merged cells least of all', () => {
    const doc = everything();
    const editor = openEditor(doc);
    const keys = new Set<string>();
    doc.getXmlFragment(FRAGMENT).observeDeep((events) => {
      for (const event of events) for (const key of event.changes.keys.keys()) keys.add(key);
    });
    caretAt(editor, 'd');
    editor.commands.insertContent('x');
    expect([...keys]).toEqual([]);
    expect(JSON.stringify(yjsToJson(doc.getXmlFragment(FRAGMENT)))).toContain('"width":240');
  });

  it('does not repair a table that two people made uneven: every open tab would', () => {
    const doc = serverDoc(table(['a', 'b'], ['c', 'd']));
    const row = (doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(1) as Y.XmlElement;
    row.delete(1, 1);
    const { ours, theirs } = twins(doc);
    const updates = countUpdates(ours);
    const [mine, other] = [openEditor(ours), openEditor(theirs)];
    row.delete(0, 1);
    expect(updates(), 'only the deletion itself').toBe(1);
    caretAt(mine, 'a');
    mine.commands.insertContent('x');
    expect(mine.state.doc.firstChild?.child(1).childCount, 'repaired by the one who writes in it').toBe(2);
    expect(other.getJSON()).toEqual(mine.getJSON());
  });
});

describe('a read-only editor', () => {
  it('[P4] [U9] never writes: not by a command, and not by dropping what its schema does not know', () => {
    const doc = everything();
    const unknown = new Y.XmlElement('hologram');
    unknown.insert(0, [new Y.XmlText('of a newer editor')]);
    doc.getXmlFragment(FRAGMENT).insert(1, [unknown]);
    const before = yjsToJson(doc.getXmlFragment(FRAGMENT));
    const updates = countUpdates(doc);

    const copy = new ReadOnlyCopy(doc);
    const stop = copy.follow();
    const editor = openEditor(copy.doc, { editable: false });
    caretAt(editor, 'mind');
    editor.commands.insertContent('x');
    editor.commands.deleteTable();
    editor.commands.toggleTaskList();
    editor.view.dispatch(editor.state.tr.delete(0, editor.state.doc.content.size));

    expect(updates()).toBe(0);
    expect(yjsToJson(doc.getXmlFragment(FRAGMENT))).toEqual(before);
    expect(editor.getText()).toContain('mind');
    stop();
  });

  it('[P3] follows what others write, also what came while it was not looking', () => {
    const doc = serverDoc(paragraph('before'));
    const copy = new ReadOnlyCopy(doc);
    const author = openEditor(doc);
    author.commands.insertContentAt(1, 'missed ');
    const stop = copy.follow();
    const reader = openEditor(copy.doc, { editable: false });
    author.commands.insertContentAt(1, 'live ');
    expect(reader.getText()).toBe('live missed before');
    stop();
    author.commands.insertContentAt(1, 'later ');
    expect(reader.getText()).toBe('live missed before');
  });
});

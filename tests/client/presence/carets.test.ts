// @vitest-environment jsdom
import { collaboration } from '@accord/client/editor/collaboration';
import { Carets, isDrawn } from '@accord/client/editor/presence/carets';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { manuscriptExtensions } from '@accord/shared/manuscript/schema';
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';

const aino = { id: 'p-aino', name: 'Aino <b>Virtanen</b>', country: 'FI' };
let end: () => void = () => undefined;
afterEach(() => end());

function chapter(): Y.Doc {
  const doc = new Y.Doc();
  const block = new Y.XmlElement('paragraph');
  block.setAttribute('id', 'b1');
  block.insert(0, [new Y.XmlText('Some words.')]);
  doc.getXmlFragment(FRAGMENT).insert(0, [block]);
  return doc;
}

/** My editor on a chapter, its text shown, and somebody else's presence in it. */
async function together() {
  const doc = chapter();
  const mine = new Awareness(doc);
  mine.setLocalStateField('user', { id: 'p-me', name: 'Marie', country: 'FR' });
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...manuscriptExtensions,
      ...collaboration(doc),
      Carets.configure({
        awareness: mine,
        personId: 'p-me',
        describe: ({ name, country }) => `Caret of ${name} (${country})`,
      }),
    ],
  });
  await drawn();
  const others: Awareness[] = [];
  const join = (user: object, from: number, to: number) => {
    const theirs = new Awareness(new Y.Doc());
    others.push(theirs);
    const text = (doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const at = (index: number) => Y.createRelativePositionFromTypeIndex(text, index);
    theirs.setLocalState({ user, cursor: { anchor: at(from), head: at(to) } });
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server');
    return theirs.clientID;
  };
  end = () => {
    editor.destroy();
    for (const theirs of others) theirs.destroy();
    mine.destroy();
  };
  return { editor, mine, join, carets: () => [...editor.view.dom.querySelectorAll('[data-widget="caret"]')] };
}

/** Decorations are drawn in the turn after presence changed. */
const drawn = () => new Promise((next) => setTimeout(next, 0));

describe('carets of the others', () => {
  it('[U7] are drawn with name and country, named for screen readers, and are no part of the text', async () => {
    const { editor, join, carets } = await together();
    join(aino, 2, 6);
    await drawn();
    const [caret] = carets();
    expect(caret?.getAttribute('aria-label')).toBe(`Caret of ${aino.name} (FI)`);
    expect(caret?.getAttribute('data-label')).toBe(`${aino.name} · FI`);
    expect(editor.getText()).toBe('Some words.');
  });

  it('[U1] hold no text into which a click could put the caret of the browser, where keys are lost', async () => {
    const { editor, join, carets } = await together();
    join(aino, 11, 11);
    await drawn();
    expect(carets()).toHaveLength(1);
    expect(carets()[0]?.childNodes).toHaveLength(0);
    expect(editor.view.dom.textContent).toBe('Some words.');
  });

  it('[K7] [K8] put nothing remote into a style, a class or markup', async () => {
    const { editor, join, carets } = await together();
    join({ ...aino, color: 'red; background: url(//evil)', country: 'x" onload="y' }, 2, 6);
    await drawn();
    const [caret] = carets();
    expect(caret).toBeDefined();
    expect(caret?.querySelector('b')).toBeNull();
    expect(editor.view.dom.querySelectorAll('[style]')).toHaveLength(0);
    const classes = [...editor.view.dom.querySelectorAll('[class]')]
      .map((element) => element.className)
      .join(' ');
    expect(classes).not.toMatch(/evil|onload/);
  });

  it('[U8] are one a person, and never my own', async () => {
    const { mine, join, carets } = await together();
    const first = join(aino, 3, 3);
    const second = join(aino, 4, 4);
    const own = join({ id: 'p-me', name: 'Marie', country: 'FR' }, 2, 2);
    await drawn();
    expect(carets()).toHaveLength(1);
    expect([first, second].filter((client) => isDrawn(mine, client, 'p-me'))).toHaveLength(1);
    expect(isDrawn(mine, own, 'p-me')).toBe(false);
  });
});

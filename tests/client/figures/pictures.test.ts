// @vitest-environment jsdom

import type { RefusedFile } from '@accord/client/editor/figures/figure-commands';
import {
  describeFigure,
  fillFigure,
  insertPictures,
  removeFigure,
} from '@accord/client/editor/figures/figure-commands';
import { pictureFiles } from '@accord/client/editor/figures/figures';
import { type UploadedPicture, Uploads } from '@accord/client/editor/figures/uploads';
import { fetchCleaner } from '@accord/client/editor/paste/cleaner';
import { Pasting } from '@accord/client/editor/paste/pasting';
import { Failure } from '@accord/shared/kernel/failure';
import { bullets, paragraph, table } from '@accord/shared/manuscript/build';
import type { Editor } from '@tiptap/core';
import { beforeAll, expect, test } from 'vitest';
import { dataTransfer, paste } from '../editor/clipboard';
import { caretAt, idFaults, openEditor, press, serverDoc, twins, type } from '../editor/open-editor';
import { outline } from '../paste/pasted';

beforeAll(async () => {
  await fetchCleaner();
});

interface Sent {
  readonly file: File;
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
  readonly arrive: (picture: UploadedPicture) => Promise<void>;
  readonly fail: (reason: unknown) => Promise<void>;
}

/** Uploads whose end the test decides. */
function desk() {
  const sent: Sent[] = [];
  const uploads = new Uploads(
    (file, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        const settled = async (settle: () => void) => {
          settle();
          await Promise.resolve();
          await Promise.resolve();
        };
        sent.push({
          file,
          signal,
          progress: onProgress,
          arrive: (picture) => settled(() => resolve(picture)),
          fail: (reason) => settled(() => reject(reason)),
        });
      }),
  );
  return { sent, uploads };
}

const png = (name = 'pupils.png') => new File(['x'], name, { type: 'image/png' });
const PICTURE: UploadedPicture = { src: '/api/images/abcd1234', width: 640, height: 480 };

function open(...blocks: Parameters<typeof serverDoc>) {
  const { sent, uploads } = desk();
  const refused: RefusedFile[] = [];
  const editor = openEditor(serverDoc(...blocks), {
    added: [
      pictureFiles({ uploads, onRefused: (files) => refused.push(...files) }),
      Pasting.configure({
        onPicture: (id, file) => {
          fillFigure(uploads, id, file);
        },
      }),
    ],
  });
  return { editor, uploads, sent, refused };
}

const figureId = (editor: Editor) => {
  let id = '';
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'figure') id = String(node.attrs.id);
  });
  return id;
};

test('a pasted file waits in a figure with its name, and shows when it has arrived', async () => {
  const { editor, sent } = open(paragraph('Text.'));
  caretAt(editor, 'Text.', 2);
  const event = await paste(editor, { files: [png()] });
  expect(event.defaultPrevented).toBe(true);
  expect(outline(editor.state.doc)).toBe('paragraph: Text.\nfigure awaits "pupils.png"');
  await sent[0]?.arrive(PICTURE);
  expect(outline(editor.state.doc)).toBe('paragraph: Text.\nfigure /api/images/abcd1234');
  expect(idFaults(editor)).toEqual([]);
});

test('the caret stands in the caption; Enter goes on below the figure', async () => {
  const { editor } = open(paragraph(''));
  await paste(editor, { files: [png()] });
  type(editor, 'Pupils');
  press(editor, 'Enter');
  type(editor, 'next');
  expect(outline(editor.state.doc)).toBe('figure awaits "pupils.png": Pupils\nparagraph: next');
});

test('several files come in their order, refused ones are named with the reason', async () => {
  const { editor, sent, refused } = open(paragraph(''));
  const svg = new File(['<svg/>'], 'drawing.svg', { type: 'image/svg+xml' });
  const pdf = new File(['%PDF'], 'report.pdf', { type: 'application/pdf' });
  await paste(editor, { files: [png('a.png'), svg, pdf, png('b.png')] });
  expect(outline(editor.state.doc)).toBe('figure awaits "a.png"\nfigure awaits "b.png"');
  expect(sent.map(({ file }) => file.name)).toEqual(['a.png', 'b.png']);
  expect(refused).toEqual([
    { name: 'drawing.svg', why: 'svg' },
    { name: 'report.pdf', why: 'type' },
  ]);
});

test('the picture Word puts beside copied text is not taken for the text', async () => {
  const { editor, sent } = open(paragraph(''));
  await paste(editor, { html: '<p class=MsoNormal>Words</p>', text: 'Words', files: [png('image.png')] });
  expect(outline(editor.state.doc)).toBe('paragraph: Words');
  expect(sent).toEqual([]);
});

test('a picture copied from a page is taken as its file', async () => {
  const { editor, sent } = open(paragraph(''));
  await paste(editor, { html: '<img src="https://x.example/p.png">', files: [png('p.png')] });
  expect(outline(editor.state.doc)).toBe('figure awaits "p.png"');
  expect(sent).toHaveLength(1);
});

test('a picture inside pasted HTML is uploaded into its own placeholder', async () => {
  const { editor, sent } = open(paragraph('Here.'));
  const html =
    '<p>a</p><img src="https://x.example/far.png"><p>b</p><img src="data:image/png;base64,aGVsbG8="><p>c</p>';
  caretAt(editor, 'Here.', 5);
  await paste(editor, { html });
  expect(sent.map(({ file }) => [file.name, file.type, file.size])).toEqual([['image.png', 'image/png', 5]]);
  await sent[0]?.arrive(PICTURE);
  expect(outline(editor.state.doc)).toContain('paragraph: b\nfigure /api/images/abcd1234\nparagraph: c');
  expect(outline(editor.state.doc)).toContain('figure awaits "far.png"');
});

test('others see a figure that waits, then the picture; nothing in between', async () => {
  const { sent, uploads } = desk();
  const { ours, theirs } = twins(serverDoc(paragraph('Text.')));
  const mine = openEditor(ours, { added: [pictureFiles({ uploads, onRefused: () => undefined })] });
  const other = openEditor(theirs);
  insertPictures(mine.view, uploads, [png()]);
  sent[0]?.progress(0.5);
  expect(outline(other.state.doc)).toContain('figure awaits "pupils.png"');
  await sent[0]?.arrive(PICTURE);
  expect(outline(other.state.doc)).toContain('figure /api/images/abcd1234');
});

test('a failed upload leaves the figure waiting, and can be tried again with the same file', async () => {
  const { editor, uploads, sent } = open(paragraph(''));
  insertPictures(editor.view, uploads, [png()]);
  const id = figureId(editor);
  await sent[0]?.fail(new Failure('unavailable'));
  expect(uploads.stateOf(id)).toMatchObject({ kind: 'failed', name: 'pupils.png' });
  expect(outline(editor.state.doc)).toContain('figure awaits "pupils.png"');
  uploads.retry(id);
  await sent[1]?.arrive(PICTURE);
  expect(outline(editor.state.doc)).toContain('figure /api/images/abcd1234');
  expect(uploads.stateOf(id)).toBeUndefined();
});

test('removing the figure stops its upload; an answer that comes late changes nothing', async () => {
  const { editor, uploads, sent } = open(paragraph('Text.'));
  insertPictures(editor.view, uploads, [png()]);
  removeFigure(editor.view, uploads, figureId(editor));
  expect(sent[0]?.signal.aborted).toBe(true);
  await sent[0]?.arrive(PICTURE);
  expect(outline(editor.state.doc)).toBe('paragraph: Text.');
});

test('a figure undone during its upload and brought back finds its picture', async () => {
  const { editor, uploads, sent } = open(paragraph('Text.'));
  insertPictures(editor.view, uploads, [png()]);
  editor.commands.undo();
  expect(outline(editor.state.doc)).toBe('paragraph: Text.');
  await sent[0]?.arrive(PICTURE);
  editor.commands.redo();
  await Promise.resolve();
  expect(outline(editor.state.doc)).toContain('figure /api/images/abcd1234');
});

test('a second file for the same figure takes the place of the first', async () => {
  const { editor, uploads, sent } = open(paragraph(''));
  insertPictures(editor.view, uploads, [png('old.png')]);
  fillFigure(uploads, figureId(editor), png('new.png'));
  expect(sent[0]?.signal.aborted).toBe(true);
  await sent[1]?.arrive({ ...PICTURE, src: '/api/images/newnew00' });
  await sent[0]?.arrive(PICTURE);
  expect(outline(editor.state.doc)).toContain('/api/images/newnew00');
});

test('no description and "only decoration" are two different things', () => {
  const { editor, uploads } = open(paragraph(''));
  insertPictures(editor.view, uploads, [png()]);
  const alt = () => editor.state.doc.firstChild?.attrs.alt;
  expect(alt()).toBeNull();
  describeFigure(editor.view, figureId(editor), '');
  expect(alt()).toBe('');
  describeFigure(editor.view, figureId(editor), 'Pupils in a garden');
  expect(alt()).toBe('Pupils in a garden');
});

test('a picture goes into the list item or the cell the caret is in', () => {
  const { editor, uploads } = open(bullets('one', 'two'), table(['a', 'b'], ['c', 'd']));
  caretAt(editor, 'one');
  insertPictures(editor.view, uploads, [png('list.png')]);
  caretAt(editor, 'd');
  insertPictures(editor.view, uploads, [png('cell.png')]);
  const text = outline(editor.state.doc);
  expect(text).toContain('    paragraph: one\n    figure awaits "list.png"\n  listItem');
  expect(text).toContain('      paragraph: d\n      figure awaits "cell.png"');
});

test('a file dropped on a figure that waits fills that figure', () => {
  const { editor, uploads, sent } = open(paragraph('Text.'));
  insertPictures(editor.view, uploads, [png('old.png')]);
  const id = figureId(editor);
  uploads.forget(id);
  const figure = editor.view.dom.querySelector('figure');
  if (!figure) throw new Error('no figure');
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer({ files: [png('found.png')] }) });
  figure.dispatchEvent(event);
  expect(sent.map(({ file }) => file.name)).toEqual(['old.png', 'found.png']);
  expect(uploads.stateOf(id)).toMatchObject({ kind: 'running', name: 'found.png' });
  expect(outline(editor.state.doc).match(/figure/g)).toHaveLength(1);
});

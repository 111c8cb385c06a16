// @vitest-environment jsdom
import { cleaner } from '@accord/client/editor/paste/cleaner';
import { Pasting } from '@accord/client/editor/paste/pasting';
import { paragraph } from '@accord/shared/manuscript/build';
import { expect, it, vi } from 'vitest';
import { paste } from '../editor/clipboard';
import { openEditor, serverDoc } from '../editor/open-editor';

it('[A7] a paste that comes before its cleaning was fetched is cleaned all the same, and lands a moment later', async () => {
  const editor = openEditor(serverDoc(paragraph('Here: ')), { added: [Pasting] });
  editor.commands.focus('end');
  expect(cleaner()).toBeNull();
  await paste(editor, { html: '<p style="color: red" class="MsoNormal">From <b>Word</b><o:p></o:p></p>' });
  expect(editor.getText()).toBe('Here: ');
  await vi.waitFor(() => expect(editor.getText()).toContain('From Word'));
  expect(editor.getHTML()).not.toContain('red');
});

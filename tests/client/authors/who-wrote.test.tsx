// @vitest-environment jsdom
import { saidIn, selectedStretches } from '@accord/client/authors/selected-words';
import { WhoWrote } from '@accord/client/authors/who-wrote';
import { laterWords, startI18n } from '@accord/client/i18n/i18n';
import { createQueryClient } from '@accord/client/services/query-client';
import { heading, paragraph, table } from '@accord/shared/manuscript/build';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { caretAt, openEditor, select, serverDoc } from '../editor/open-editor';

const run = (from: number, to: number, personId: string | null) => ({ from, to, personId });
const AUTHORS = [
  { block: 0, id: 'a', runs: [run(0, 4, null)] },
  { block: 1, id: 'b', runs: [run(0, 5, 'person-aino'), run(5, 10, 'person-jean')] },
  { block: 2, id: 'c', runs: [run(0, 4, 'person-jean')] },
];
const PEOPLE = [
  { id: 'person-aino', name: 'Aino Korhonen', country: 'FI', partnerId: 'partner-1', active: true },
  { id: 'person-jean', name: 'Jean Petit', country: 'FR', partnerId: 'partner-2', active: true },
];

const open = () => openEditor(serverDoc(heading(1, 'Aims'), paragraph('Ours.Yours'), table(['cell'])));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('who wrote the selected words', () => {
  it('[V3] run by run, over several blocks', () => {
    const editor = open();
    select(editor, 'urs.You');
    const inside = selectedStretches(editor.state.doc, editor.state.selection);
    expect(saidIn(inside, AUTHORS)).toEqual([
      { text: 'urs.', personId: 'person-aino' },
      { text: 'You', personId: 'person-jean' },
    ]);
    editor.commands.selectAll();
    const all = selectedStretches(editor.state.doc, editor.state.selection);
    expect(saidIn(all, AUTHORS)?.map(({ text }) => text)).toEqual(['Aims', 'Ours.', 'Yours', 'cell']);
  });

  it('[V3] a caret stands for its block; a text that has changed meanwhile is not told of', () => {
    const editor = open();
    caretAt(editor, 'Ours', 2);
    const block = selectedStretches(editor.state.doc, editor.state.selection);
    expect(block).toEqual([{ block: 1, from: 0, to: 10, length: 10, text: 'Ours.Yours' }]);
    editor.commands.insertContent('x');
    const now = selectedStretches(editor.state.doc, editor.state.selection);
    expect(saidIn(now, AUTHORS)).toBeNull();
  });

  it('[V3] each run with name and country, and again after the text has changed', async () => {
    let authors = AUTHORS;
    vi.stubGlobal('fetch', async (address: string) => {
      const body = address.includes('/authors') ? authors : PEOPLE;
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    });
    const i18n = await startI18n('en');
    await laterWords(i18n, 'en');
    const editor = open();
    caretAt(editor, 'Ours', 2);
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    onTestFinished(() => root.unmount());
    const queries = createQueryClient(() => undefined);
    const show = () =>
      root.render(
        <QueryClientProvider client={queries}>
          <WhoWrote
            chapterId="chapter-1"
            stretches={selectedStretches(editor.state.doc, editor.state.selection)}
            onAgain={show}
          />
        </QueryClientProvider>,
      );
    const lines = () => [...place.querySelectorAll('li')].map(({ textContent }) => textContent);
    show();
    await vi.waitFor(() => expect(lines()).toEqual(['Aino Korhonen (FI)Ours.', 'Jean Petit (FR)Yours']));
    editor.commands.insertContent('xyz');
    show();
    await vi.waitFor(() => expect(place.textContent).toContain('has just changed'));
    authors = [{ block: 1, id: 'b', runs: [run(0, 13, 'person-aino')] }];
    place.querySelector('button')?.click();
    await vi.waitFor(() => expect(lines()).toEqual(['Aino Korhonen (FI)Ouxyzrs.Yours']));
  });
});

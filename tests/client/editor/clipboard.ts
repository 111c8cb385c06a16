import type { Editor } from '@tiptap/core';

/** What a copy puts on the clipboard. */
export interface Clipboard {
  readonly html: string;
  readonly text: string;
}

/** jsdom has no DataTransfer; this holds what the editor reads of one. */
export function dataTransfer({ html = '', text = '', files = [] as File[] }): DataTransfer {
  const data = new Map([
    ['text/html', html],
    ['text/plain', text],
  ]);
  return {
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, value: string) => data.set(type, value),
    clearData: () => data.clear(),
    files,
    types: files.length > 0 ? ['Files'] : ['text/html', 'text/plain'],
  } as unknown as DataTransfer;
}

function fire(editor: Editor, type: 'copy' | 'cut' | 'paste', data: DataTransfer): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  editor.view.dom.dispatchEvent(event);
  return event;
}

/** Copies or cuts what is selected. */
export function take(editor: Editor, how: 'copy' | 'cut' = 'copy'): Clipboard {
  const data = dataTransfer({});
  fire(editor, how, data);
  return { html: data.getData('text/html'), text: data.getData('text/plain') };
}

/** Pastes at the selection, and lets what the editor does right after a paste happen. */
export async function paste(
  editor: Editor,
  clipboard: Partial<Clipboard> & { files?: File[] },
): Promise<Event> {
  const event = fire(editor, 'paste', dataTransfer(clipboard));
  await Promise.resolve();
  return event;
}

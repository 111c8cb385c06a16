import { type DocxContent, writeDocx } from '@accord/server/docx/write-docx';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { JSDOM } from 'jsdom';
import { unzipped } from '../comments/unzipped';

/** A written Word document with its parts, each parsed as XML; a part that is no sound XML throws. */
export interface OpenedDocx {
  readonly part: (name: string) => Document;
  /** The same as text. */
  readonly source: (name: string) => string;
  readonly bytes: Uint8Array;
}

const { DOMParser } = new JSDOM('').window;

export function openDocx(bytes: Uint8Array): OpenedDocx {
  const source = (name: string) => unzipped(Buffer.from(bytes), name);
  return {
    bytes,
    source,
    part: (name) => {
      const parsed = new DOMParser().parseFromString(source(name), 'application/xml');
      const [wrong] = parsed.getElementsByTagName('parsererror');
      if (wrong) throw new Error(`${name}: ${wrong.textContent}`);
      return parsed;
    },
  };
}

/** A document with one English chapter of this text. */
export async function written(document: NodeJson, more: Partial<DocxContent> = {}): Promise<OpenedDocx> {
  return openDocx(
    await writeDocx({
      title: 'A chapter',
      language: 'en',
      lines: [],
      book: false,
      chapters: [{ title: 'A chapter', language: 'en', document }],
      pictures: new Map(),
      ...more,
    }),
  );
}

/** All elements of this name, e.g. `w:p`. */
export const all = (of: Document | Element, name: string): Element[] => [...of.getElementsByTagName(name)];

/** Text of an element as one reads it: tabs and line ends where they stand. */
export const textIn = (element: Element): string =>
  [...element.getElementsByTagName('*')]
    .map(({ tagName, textContent, parentElement }) => {
      // Stops of tabs are called as tabs are.
      if (parentElement?.tagName !== 'w:r') return '';
      return tagName === 'w:t' ? textContent : tagName === 'w:br' ? '\n' : tagName === 'w:tab' ? '\t' : '';
    })
    .join('');

/** Value of an attribute of the first element of this name below, e.g. `value(p, 'w:pStyle')`. */
export const value = (of: Element, name: string, attribute = 'w:val'): string | null =>
  of.getElementsByTagName(name)[0]?.getAttribute(attribute) ?? null;

/** Paragraphs of the body as `[style, text]`. */
export const paragraphs = (opened: OpenedDocx): [string | null, string][] =>
  all(opened.part('word/document.xml'), 'w:p').map((p) => [value(p, 'w:pStyle'), textIn(p)]);

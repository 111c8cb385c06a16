import { isElement, isText, tagOf } from './dom';
import { Sink } from './sink';
import type { Look, Walk } from './walk';

/** Writes what is in a `figure`, its caption last. */
export function writeFigure(walk: Walk, element: Element, sink: Sink, look: Look): void {
  sink.close();
  const caption = [...element.children].find((child) => tagOf(child) === 'figcaption');
  for (const child of [...element.childNodes]) {
    if (isText(child)) walk.text(child.data, sink, look);
    else if (isElement(child) && child !== caption) walk.element(child, sink, look);
  }
  sink.close();
  if (caption && !writeCaption(walk, caption, sink, look)) walk.children(caption, sink, look);
  sink.close();
}

/** Puts a caption (`figcaption`, Word's `MsoCaption`) into the figure right before it. False when there is none. */
export function writeCaption(walk: Walk, element: Element, sink: Sink, look: Look): boolean {
  if (tagOf(element) !== 'figcaption' && !/\bMsoCaption\b/.test(element.className)) return false;
  const figure = sink.out.lastElementChild;
  const empty = figure?.querySelector(':scope > figcaption');
  if (!figure || tagOf(figure) !== 'figure' || !empty || empty.hasChildNodes()) return false;

  const inner = new Sink(walk.document.createElement('div'));
  walk.children(element, inner, { ...look, tag: 'figcaption' });
  inner.close();
  for (const part of [...inner.out.children]) {
    if (tagOf(part) !== 'figcaption') {
      sink.block(part);
      continue;
    }
    if (empty.hasChildNodes()) empty.append(walk.document.createElement('br'));
    empty.append(...part.childNodes);
  }
  return true;
}

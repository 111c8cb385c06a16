import { isBlank, isElement, isText, tagOf } from './dom';
import { checkedBox, keepsLines } from './element-kinds';
import { marksInside } from './marks';
import { Sink } from './sink';
import type { Look, Walk } from './walk';

/** Writes list items, and whatever else stands between them, as lists. */
export function writeList(
  walk: Walk,
  children: Iterable<Node>,
  ordered: boolean,
  start: number,
  sink: Sink,
  look: Look,
): void {
  const inner: Look = { ...look, tag: 'p' };
  const lists: Element[] = [];
  let number = start;
  for (const child of children) {
    if (!isElement(child) && !(isText(child) && !isBlank(child.data))) continue;
    const isList = isElement(child) && /^(ul|ol|menu|dir)$/.test(tagOf(child));
    const lastItem = lists.at(-1)?.lastElementChild;
    if (isList && lastItem) {
      const under = new Sink(lastItem);
      walk.element(child, under, inner);
      under.close();
      continue;
    }
    const item = walk.document.createElement('li');
    const checked = isElement(child) ? checkedBox(child) : null;
    const within = new Sink(item);
    if (isElement(child) && tagOf(child) === 'li') walk.children(child, within, insideItem(child, inner));
    else if (isElement(child)) walk.element(child, within, inner);
    else walk.text(child.textContent ?? '', within, inner);
    within.close();
    if (!item.hasChildNodes()) continue;

    const nestedOnly = [...item.children].every((part) => /^[uo]l$/.test(tagOf(part)));
    if (nestedOnly && lastItem) {
      lastItem.append(...item.childNodes);
      continue;
    }
    if (checked !== null) {
      item.setAttribute('data-type', 'taskItem');
      item.setAttribute('data-checked', String(checked));
    }
    const kind = checked !== null ? 'task' : ordered ? 'ol' : 'ul';
    let list = lists.at(-1);
    if (!list || kindOf(list) !== kind) {
      list = walk.document.createElement(kind === 'ol' ? 'ol' : 'ul');
      if (kind === 'task') list.setAttribute('data-type', 'taskList');
      if (kind === 'ol' && Number.isInteger(number) && number > 1) list.setAttribute('start', String(number));
      lists.push(list);
    }
    number += 1;
    if (/^[uo]l$/.test(tagOf(item.firstElementChild ?? item))) item.prepend(walk.document.createElement('p'));
    list.append(item);
  }
  sink.close();
  for (const list of lists) sink.block(list);
}

function kindOf(list: Element): 'task' | 'ol' | 'ul' {
  if (list.hasAttribute('data-type')) return 'task';
  return tagOf(list) === 'ol' ? 'ol' : 'ul';
}

function insideItem(item: Element, look: Look): Look {
  return { ...look, marks: marksInside(item, look.marks), keepsLines: keepsLines(item, look.keepsLines) };
}

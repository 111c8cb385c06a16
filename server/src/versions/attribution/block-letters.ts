import { isTextBlockType } from '@accord/shared/manuscript/blocks';
import { INLINE_NODE } from '@accord/shared/manuscript/inline-text';
import * as Y from 'yjs';
import type { ClockRange } from '../../storage/ports';
import { add, type Passage } from './letters';

/** Whether letters stood in the text before a step, and do after it. */
export interface Stay {
  readonly before: boolean;
  readonly after: boolean;
}

/** The text block an item stands in, itself or as letters of one of its texts; null for what is no inline content. */
export function blockOf(item: Y.Item): Y.XmlElement | null {
  const parent = item.parent;
  const element = parent instanceof Y.XmlText ? parent.parent : parent;
  return element instanceof Y.XmlElement && isTextBlockType(element.nodeName) ? element : null;
}

/**
 * Goes over the inline content of a text block as A1 counts it: letters, and one unit for each node that is no text. What is
 * deleted comes too, as long as it can still be read.
 * @param gone told of letters that can't be read any more
 */
export function eachLetters(
  block: Y.XmlElement,
  see: (item: Y.Item, text: string) => void,
  gone: (item: Y.Item) => void = () => undefined,
): void {
  for (let child = block._start; child; child = child.right) {
    if (!(child.content instanceof Y.ContentType)) continue;
    const { type } = child.content;
    if (!(type instanceof Y.XmlText)) see(child, INLINE_NODE);
    else
      for (let item = type._start; item; item = item.right)
        if (item.content instanceof Y.ContentString) see(item, item.content.str);
        else if (item.content instanceof Y.ContentDeleted) gone(item);
  }
}

/** How the items of one step's document stood before and stand after it. */
export function staysOf({ beforeState, deleteSet }: Y.Transaction): (item: Y.Item) => Stay {
  return (item) => ({
    before:
      item.id.clock < (beforeState.get(item.id.client) ?? 0) &&
      (!item.deleted || Y.isDeleted(deleteSet, item.id)),
    after: !item.deleted,
  });
}

/** The text blocks of a chapter in the order of the text. */
export function textBlocksOf(fragment: Y.XmlFragment): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = [];
  const visit = (parent: Y.XmlFragment): void => {
    for (let item = parent._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
      const { type } = item.content;
      if (!(type instanceof Y.XmlElement)) continue;
      if (isTextBlockType(type.nodeName)) blocks.push(type);
      else visit(type);
    }
  };
  visit(fragment);
  return blocks;
}

/** A text block as it stands, with its id. */
export function standing(block: Y.XmlElement): Passage & { readonly id: string | null } {
  let text = '';
  const letters: ClockRange[] = [];
  eachLetters(block, (item, part) => {
    if (item.deleted) return;
    text += part;
    add(letters, [item.id.client, item.id.clock, item.length]);
  });
  const id = block.getAttribute('id') as unknown;
  return { id: typeof id === 'string' ? id : null, text, letters };
}

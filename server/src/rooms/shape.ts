import type { Range } from '@accord/shared/sync/skim';
import type { CloseReason } from '@accord/shared/sync/wire';
import * as Y from 'yjs';

/** An update that Yjs takes and a chapter can't: it would stop the editors of everybody who opens it. */
export class Unsound extends Error {
  override readonly name = 'Unsound';
  constructor(
    readonly reason: CloseReason,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Looks at structs just integrated: the text is elements, elements hold elements and texts, texts hold characters and marks.
 * Anything else makes y-tiptap throw while it reads (3.0.9). Other shared types beside the text are nobody's business here.
 * @throws Unsound
 */
export function checkShape(doc: Y.Doc, inserted: readonly Range[], limits: { depth: number }): void {
  for (const [client, clock, length] of inserted) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= clock + length) break;
      if (!(struct instanceof Y.Item)) continue;
      if (struct.content instanceof Y.ContentType) checkDepth(struct, limits.depth);
      if (!struct.deleted) checkPlace(struct);
    }
  }
}

function checkDepth(item: Y.Item, limit: number): void {
  let depth = 0;
  for (let at: Y.Item | null = item; at; at = parentItem(at)) {
    if (++depth > limit) throw new Unsound('too-large', 'nested too deeply');
  }
}

function parentItem(item: Y.Item): Y.Item | null {
  const parent = item.parent;
  return parent instanceof Y.AbstractType ? parent._item : null;
}

function checkPlace(item: Y.Item): void {
  const parent = item.parent;
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return;
  const type = content instanceof Y.ContentType ? content.type : null;
  if (parent instanceof Y.XmlElement) {
    if (item.parentSub === null ? !isElement(type) && !(type instanceof Y.XmlText) : type !== null) {
      throw new Unsound('malformed', 'an element holds only elements, texts and plain attributes');
    }
  } else if (parent instanceof Y.XmlFragment) {
    if (item.parentSub === null && !isElement(type))
      throw new Unsound('malformed', 'the text holds only elements');
  } else if (parent instanceof Y.XmlText) {
    const text = content instanceof Y.ContentString || content instanceof Y.ContentFormat;
    if (item.parentSub === null && !text)
      throw new Unsound('malformed', 'a text holds only characters and marks');
  }
}

function isElement(type: Y.AbstractType<unknown> | null): boolean {
  return type instanceof Y.XmlElement && !(type instanceof Y.XmlHook);
}

import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { elementToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';

/**
 * Reads a live text as JSON again and again. A block in which nothing happened is the very same object as the last time,
 * so that what looks at the whole text has little to look at.
 */
export class TextReader {
  readonly fragment: Y.XmlFragment;
  readonly #blocks = new WeakMap<Y.XmlElement, NodeJson>();
  #text: NodeJson | null = null;

  constructor(fragment: Y.XmlFragment) {
    this.fragment = fragment;
    fragment.observeDeep(this.#forget);
  }

  /** The text as it is now. */
  read(): NodeJson {
    if (this.#text) return this.#text;
    const content = this.fragment.toArray().flatMap((child) => {
      if (!(child instanceof Y.XmlElement)) return [];
      const block = this.#blocks.get(child) ?? elementToJson(child);
      this.#blocks.set(child, block);
      return [block];
    });
    this.#text = content.length > 0 ? { type: 'doc', content } : { type: 'doc' };
    return this.#text;
  }

  stop(): void {
    this.fragment.unobserveDeep(this.#forget);
  }

  readonly #forget = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    this.#text = null;
    for (const { target } of events) {
      let at: Y.AbstractType<unknown> | null = target;
      while (at && at.parent !== this.fragment) at = at.parent;
      if (at instanceof Y.XmlElement) this.#blocks.delete(at);
    }
  };
}

/** Remembers of blocks that they are alike, so that two of them are compared once. */
const twins = new WeakMap<NodeJson, NodeJson>();

/** `text` with the objects of `model` for all blocks that are the same there: what is alike is then one and the same. */
export function sharing(text: NodeJson, model: NodeJson): NodeJson {
  if (text === model) return model;
  const models = new Map<unknown, NodeJson>();
  for (const block of model.content ?? []) models.set(block.attrs?.id, block);
  let all = text.content?.length === model.content?.length;
  const content = text.content?.map((block, index) => {
    const twin = models.get(block.attrs?.id);
    const same = twin && (twin === block || twins.get(block) === twin || isSame(block, twin));
    if (same) twins.set(block, twin);
    const shared = same ? twin : block;
    all &&= shared === model.content?.[index];
    return shared;
  });
  if (all) return model;
  return content ? { ...text, content } : text;
}

/** Whether two texts are the same for a reader, however they are spelled. */
export function sameText(one: NodeJson, other: NodeJson): boolean {
  const [left, right] = [one.content ?? [], other.content ?? []];
  return (
    left.length === right.length && left.every((block, index) => isAlike(block, right[index] as NodeJson))
  );
}

/** Whether two blocks are the same with all they hold: attributes left out count as the schema's defaults. */
export function isAlike(one: NodeJson, other: NodeJson): boolean {
  if (one === other || isSame(one, other)) return true;
  try {
    return manuscriptSchema.nodeFromJSON(one).eq(manuscriptSchema.nodeFromJSON(other));
  } catch {
    // What the schema does not know can only be the same to the letter.
    return false;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, otherNames] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === otherNames.length &&
    names.every((name) =>
      isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}

import type { CommentDecision, CommentType, ThreadAnchor } from '@accord/shared/comments/comments';
import { newId } from '@accord/shared/kernel/id';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import { textOf, walk } from '@accord/shared/manuscript/blocks';
import { paragraph } from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, isTextBlock } from '@accord/shared/manuscript/inline-text';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import type { Operation } from '@accord/shared/suggestions/suggestions';

/** A discussion to be held in the demo. People are named by their addresses without the domain. */
export interface PlannedThread {
  readonly by: string;
  /** The words it is about; null: the whole chapter. */
  readonly on: string | null;
  readonly type: CommentType;
  /** Who says what; a mention is `@[name](address)` or as comments keep it. */
  readonly remarks: readonly (readonly [by: string, text: string])[];
  readonly decision?: readonly [decision: CommentDecision, reason: string, by: string];
  readonly resolvedBy?: string;
}

/** A change to be proposed in the demo: other words, or a paragraph after the one that begins so. */
export type PlannedSuggestion =
  | { readonly by: string; readonly replace: string; readonly with: string }
  | { readonly by: string; readonly after: string; readonly add: string };

/** What is said about a chapter, found by its title. */
export interface PlannedReview {
  readonly chapter: string;
  readonly threads: readonly PlannedThread[];
  readonly suggestions: readonly PlannedSuggestion[];
}

/** What the demo asks of comments and suggestions. */
export interface ReviewParts {
  text(chapterId: string): Promise<NodeJson>;
  isBegun(chapterId: string): Promise<boolean>;
  openThread(
    chapterId: string,
    personId: string,
    first: { id: string; anchor: ThreadAnchor; text: string; type: CommentType },
  ): Promise<unknown>;
  reply(threadId: string, personId: string, reply: { text: string }): Promise<unknown>;
  changeThread(
    threadId: string,
    personId: string,
    change: { resolved?: boolean; decision?: CommentDecision; reason?: string },
  ): Promise<unknown>;
  suggest(chapterId: string, personId: string, proposal: { operations: Operation[] }): Promise<unknown>;
}

/**
 * Says and proposes in a chapter what was planned, once.
 * @param personOf id of somebody by their address without the domain
 * @throws when the chapter's text has not the words a thread or suggestion is about
 */
export async function holdReview(
  parts: ReviewParts,
  chapterId: string,
  { threads, suggestions }: PlannedReview,
  personOf: (address: string) => string,
): Promise<void> {
  if (await parts.isBegun(chapterId)) return;
  const document = await parts.text(chapterId);
  for (const { by, replaced } of suggestions.map((each) => ({
    by: each.by,
    replaced: edited(document, each),
  })))
    for (const { operations } of suggestionsBetween(document, replaced, []).suggestions)
      await parts.suggest(chapterId, personOf(by), { operations: [...operations] });
  const withPeople = (text: string) =>
    text.replace(/\]\(([a-z]{2}\.[a-z]+)\)/g, (_, address: string) => `](person:${personOf(address)})`);
  for (const { by, on, type, remarks, decision, resolvedBy } of threads) {
    const [first, ...replies] = remarks;
    const id = newId();
    const anchor = on === null ? ({ kind: 'chapter' } as const) : anchorOn(document, on);
    await parts.openThread(chapterId, personOf(by), { id, anchor, text: withPeople(first?.[1] ?? ''), type });
    for (const [who, text] of replies) await parts.reply(id, personOf(who), { text: withPeople(text) });
    if (decision) {
      const [verdict, reason, who] = decision;
      await parts.changeThread(id, personOf(who), { decision: verdict, reason });
    }
    if (resolvedBy) await parts.changeThread(id, personOf(resolvedBy), { resolved: true });
  }
}

function anchorOn(document: NodeJson, words: string): ThreadAnchor {
  const block = theBlockWith(document, words);
  const [blockId, offset] = [String(block.attrs?.id), inlineText(block).indexOf(words)];
  const anchor = textAnchor(document, { blockId, offset }, { blockId, offset: offset + words.length });
  if (!anchor) throw new Error(`No place for “${words}”.`);
  return anchor;
}

/** A copy of the text as the proposer would leave it. */
function edited(document: NodeJson, planned: PlannedSuggestion): NodeJson {
  const copy = structuredClone(document);
  if ('add' in planned) {
    const block = theBlockWith(copy, planned.after);
    const at = copy.content?.indexOf(block) ?? -1;
    if (at < 0) throw new Error(`“${planned.after}” is not on the page’s own level.`);
    copy.content?.splice(at + 1, 0, paragraph(planned.add));
    return copy;
  }
  const block = theBlockWith(copy, planned.replace);
  const node = block.content?.find(({ text }) => text?.includes(planned.replace));
  if (!node?.text) throw new Error(`“${planned.replace}” does not stand in one run of letters.`);
  node.text = node.text.replace(planned.replace, planned.with);
  return copy;
}

function theBlockWith(document: NodeJson, words: string): NodeJson {
  const found: NodeJson[] = [];
  walk(document, (node) => {
    if (isTextBlock(node.type) && textOf(node).includes(words)) found.push(node);
  });
  const [block] = found;
  if (!block || found.length > 1) throw new Error(`“${words}” stands ${found.length} times in the text.`);
  return block;
}

import type { Role } from '@accord/shared/access/role';
import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { textOf } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { Output } from '@accord/shared/outputs/outputs';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import type { DecisionResult, Operation, Suggestion } from '@accord/shared/suggestions/suggestions';
import { onTestFinished } from 'vitest';
import { RawClient } from '../../sync/raw-client';
import { change } from '../../sync/writing';
import { type Answer, startWorkspace, type Visitor } from '../workspace';

export const paragraph = (id: string, text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

/** Replaces letters of a block, as an edit. */
export const words = (blockId: string, from: number, to: number, text: string): Edit => ({
  kind: 'replace-text',
  blockId,
  from,
  to,
  content: text === '' ? [] : [{ type: 'text', text }],
});

const HERONS = [
  paragraph('par1', 'Quiet herons wait in the reeds.'),
  paragraph('par2', 'They fish at dawn and rest at noon.'),
  paragraph('par3', 'Nobody disturbs them there.'),
];

/** A workspace with a chapter of three paragraphs, an author, a reviewer, a second reviewer and a reader. */
export async function reviewedChapter(...start: Parameters<typeof startWorkspace>) {
  const workspace = await startWorkspace(...start);
  const root = await workspace.administrator();
  const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
  const [chapter, other] = outputs[0]?.chapters ?? [];
  const chapterId = chapter?.id ?? '';
  const as = (role: Role, partnerId: string) =>
    workspace.person({
      email: `${role}-${partnerId}@example.org`,
      partnerId,
      grants: [{ role, outputId: null, chapterId: null, language: null }],
    });
  const author = await as('author', 'partner-fi-1');
  const writer = await open(author, chapterId);
  writer.update(
    change(writer.doc, (text) => {
      text.delete(0, text.length);
      text.insert(0, blocksToYjs(HERONS));
    }),
  );
  await writer.durable(1);

  /** The chapter's text, by its content endpoint. */
  const json = async (): Promise<NodeJson> => {
    const { body } = await author.ask<NodeJson>('GET', `/api/chapters/${chapterId}/content?format=json`);
    return body;
  };
  /** What a copy changed by these edits differs in. */
  const operations = async (edits: readonly Edit[]): Promise<Operation[]> => {
    const base = await json();
    const { suggestions } = suggestionsBetween(base, applyEdits(base, edits), []);
    return suggestions.flatMap((suggestion) => suggestion.operations);
  };

  return {
    ...workspace,
    root,
    chapterId,
    otherChapterId: other?.id ?? '',
    author,
    writer,
    reviewer: await as('reviewer', 'partner-fr-2'),
    second: await as('reviewer', 'partner-de-1'),
    reader: await as('reader', 'partner-it-1'),
    json,
    operations,
    /** Words of each block. */
    text: async () => ((await json()).content ?? []).map((block) => textOf(block)),
    /** Types into the text, as the author's page does. */
    async type(blockIndex: number, at: number, remove: number, insert: string): Promise<void> {
      const before = writer.last('durable')?.n ?? 0;
      writer.update(
        change(writer.doc, (text) => {
          const block = text.get(blockIndex) as unknown as { get(index: number): never };
          const run = block.get(0) as {
            delete(at: number, n: number): void;
            insert(at: number, t: string): void;
          };
          if (remove > 0) run.delete(at, remove);
          if (insert) run.insert(at, insert);
        }),
      );
      await writer.durable(before + 1);
    },
    async suggest(who: Visitor, edits: readonly Edit[], id?: string): Promise<Suggestion> {
      const body = { ...(id && { id }), operations: await operations(edits) };
      const answer = await who.ask<Suggestion>('POST', `/api/chapters/${chapterId}/suggestions`, body);
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.body;
    },
    list: async (state: 'open' | 'all' = 'all') =>
      (await author.ask<Suggestion[]>('GET', `/api/chapters/${chapterId}/suggestions?state=${state}`)).body,
    decide: (
      who: Visitor,
      { id }: Suggestion,
      decision: 'accept' | 'reject',
      more: object = {},
    ): Promise<Answer<DecisionResult & { code?: string }>> =>
      who.ask('POST', `/api/suggestions/${id}/decision`, { decision, ...more }),
    decideAll: (who: Visitor, decision: 'accept' | 'reject', suggestions: readonly Suggestion[]) =>
      who.ask<DecisionResult>('POST', `/api/chapters/${chapterId}/decisions`, {
        decision,
        suggestionIds: suggestions.map(({ id }) => id),
      }),
    undo: (who: Visitor, decisionId: string | null | undefined) =>
      who.ask<Suggestion[] & { code?: string }>(
        'POST',
        `/api/chapters/${chapterId}/decisions/${decisionId}/undo`,
        {},
      ),
  };

  async function open(visitor: Visitor, id: string): Promise<RawClient> {
    const client = await RawClient.connect({
      url: `${workspace.url.replace('http', 'ws')}/sync/${id}`,
      origin: workspace.url,
      cookie: visitor.cookie ?? '',
      hello: {},
    });
    onTestFinished(() => client.close());
    await client.sync();
    return client;
  }
}

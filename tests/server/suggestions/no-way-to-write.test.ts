import { listThreads } from '@accord/shared/comments/comments';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { RawClient } from '../../sync/raw-client';
import { paragraph as paragraphUpdate, type } from '../../sync/writing';
import { reviewedChapter, words } from './reviewed-chapter';

/** What somebody may throw at the workspace; the numbers choose. */
const attack = fc.record({
  kind: fc.constantFrom(
    'update',
    'step2',
    'bytes',
    'awareness',
    'endpoint',
    'decide',
    'decide many',
    'undo',
    'suggest',
    'comment',
  ),
  pick: fc.nat(1000),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  value: fc.jsonValue({ maxDepth: 2 }),
});

it('[S1] [P4] with a reviewer’s cookie, no frames and no calls change a letter of the text', async () => {
  const chapter = await reviewedChapter();
  const { reviewer, author, second, accord, url, chapterId, json, suggest, decide } = chapter;
  const before = await json();
  const open = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
  const foreign = await suggest(second, [words('par3', 0, 6, 'No one')]);
  const rejected = await suggest(reviewer, [words('par2', 5, 9, 'hunt')]);
  const { body } = await decide(author, rejected, 'reject');
  const anchor = textAnchor(before, { blockId: 'par1', offset: 0 }, { blockId: 'par1', offset: 5 });
  const connect = async () => {
    const client = await RawClient.connect({
      url: `${url.replace('http', 'ws')}/sync/${chapterId}`,
      origin: url,
      cookie: reviewer.cookie ?? '',
      hello: {},
    });
    await client.sync();
    return client;
  };
  let client = await connect();
  const changing = accord.endpoints.filter(
    ({ endpoint: { method, path, permission } }) =>
      method !== 'GET' && path.startsWith('/api') && permission !== 'public' && !/session|\/me/.test(path),
  );
  expect(changing.length).toBeGreaterThan(20);

  const kinds: Record<string, (one: { pick: number; bytes: Uint8Array; value: unknown }) => unknown> = {
    update: () => client.update(type(client.doc, 'forged')),
    step2: () => client.step2(paragraphUpdate(new Y.Doc(), 'forged')),
    bytes: ({ bytes }) => client.send(bytes),
    awareness: ({ pick, value }) => client.awareness(pick, 1, value),
    endpoint: ({ pick, value }) => {
      const { endpoint } = changing[pick % changing.length] ?? changing[0] ?? { endpoint: null };
      if (!endpoint) return null;
      const address = endpoint.path
        .replace(':chapterId', chapterId)
        .replace(':suggestionId', open.id)
        .replace(':decisionId', body.decisionId ?? '')
        .replaceAll(/:\w+/g, 'no-such-object');
      return reviewer.ask(endpoint.method, address, value);
    },
    decide: ({ pick }) =>
      decide(reviewer, [open, foreign, rejected][pick % 3] as Suggestion, pick % 2 ? 'accept' : 'reject', {
        ...(pick % 5 === 0 && {
          at: { start: { blockId: 'par1', offset: 0 }, end: { blockId: 'par1', offset: pick % 9 } },
        }),
      }),
    'decide many': ({ pick }) => chapter.decideAll(reviewer, pick % 2 ? 'accept' : 'reject', [open, foreign]),
    undo: () => chapter.undo(reviewer, body.decisionId),
    suggest: ({ pick, value }) =>
      reviewer.ask('POST', `/api/chapters/${chapterId}/suggestions`, {
        operations: [
          {
            kind: 'change',
            anchor,
            blockText: '',
            before: [],
            after: [{ type: 'text', text: String(value) }],
          },
        ].slice(0, pick % 3),
      }),
    comment: ({ value }) =>
      reviewer.ask('POST', `/api/chapters/${chapterId}/threads`, { anchor, text: JSON.stringify(value) }),
  };

  await fc.assert(
    fc.asyncProperty(fc.array(attack, { minLength: 1, maxLength: 8 }), async (attacks) => {
      for (const one of attacks) {
        if (client.closed) client = await connect();
        await kinds[one.kind]?.(one);
      }
      expect(await json()).toEqual(before);
    }),
    { numRuns: 60 },
  );
  // What was sent last has been looked at when its connection answers again, or is gone.
  await client.sync().catch(() => undefined);
  expect(await json()).toEqual(before);
  client.close();
  // All of it was refused, and another's suggestion is still the author's to decide.
  expect((await chapter.list('open')).map(({ id }) => id)).toContain(foreign.id);
  expect((await reviewer.ask(listThreads.method, `/api/chapters/${chapterId}/threads`)).status).toBe(200);
  await decide(author, foreign, 'accept');
  expect(await json()).not.toEqual(before);
}, 60_000);

import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { canonicalJson } from '@accord/shared/manuscript/canonical';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { ShownNotice } from '@accord/shared/notices/notices';
import { MAX_SUGGESTION_BYTES, type Suggestion } from '@accord/shared/suggestions/suggestions';
import type { Version } from '@accord/shared/versions/versions';
import { describe, expect, it } from 'vitest';
import { change, words as wordsOf } from '../../sync/writing';
import { paragraph, reviewedChapter, words } from './reviewed-chapter';

const UNTOUCHED = [
  'Quiet herons wait in the reeds.',
  'They fish at dawn and rest at noon.',
  'Nobody disturbs them there.',
];

describe('suggesting', () => {
  it('[S1] leaves the text as it is, and is seen by everybody who reads the chapter', async () => {
    const { suggest, reviewer, reader, text, chapterId, writer } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    expect(made).toMatchObject({ personId: reviewer.id, state: 'open', standing: 'applies', revision: 1 });
    expect(await text()).toEqual(UNTOUCHED);
    await writer.until(() => writer.heard.some(({ kind }) => kind === 'other'));
    const seen = await reader.ask<Suggestion[]>('GET', `/api/chapters/${chapterId}/suggestions`);
    expect(seen.body).toEqual([made]);
  });

  it('[S12] a reader may not; a reviewer may withdraw an own one, and accept or reject none', async () => {
    const { suggest, decide, decideAll, reviewer, second, reader, text, chapterId, operations } =
      await reviewedChapter();
    const body = { operations: await operations([words('par1', 0, 5, 'Calm')]) };
    const refused = await reader.ask('POST', `/api/chapters/${chapterId}/suggestions`, body);
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);

    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    for (const who of [reviewer, second, reader]) {
      expect((await decide(who, made, 'accept')).status).toBe(403);
      expect((await decide(who, made, 'reject')).status).toBe(403);
      expect((await decideAll(who, 'accept', [made])).status).toBe(403);
    }
    const foreign = await second.ask('DELETE', `/api/suggestions/${made.id}`);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'not-allowed']);
    const own = await reviewer.ask<Suggestion>('DELETE', `/api/suggestions/${made.id}`);
    expect(own.body.state).toBe('withdrawn');
    expect(await text()).toEqual(UNTOUCHED);
  });

  it('[S3] goes on being written under the same id; nobody else may', async () => {
    const { suggest, operations, reviewer, second, author, list } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    const body = { operations: await operations([words('par1', 0, 5, 'Calm and quiet')]) };
    const changed = await reviewer.ask<Suggestion>('PATCH', `/api/suggestions/${made.id}`, body);
    expect(changed.body).toMatchObject({
      id: made.id,
      revision: 2,
      operations: [{ after: [{ type: 'text' }] }],
    });
    expect(changed.body.editedAt).not.toBeNull();
    for (const who of [second, author])
      expect((await who.ask('PATCH', `/api/suggestions/${made.id}`, body)).body.code).toBe('not-allowed');
    expect(await list()).toHaveLength(1);
  });

  it('sent twice with the same id makes one; another person’s id is refused', async () => {
    const { suggest, operations, reviewer, second, list, chapterId } = await reviewedChapter();
    const edits = [words('par1', 0, 5, 'Calm')];
    const [one, two] = [await suggest(reviewer, edits, 'mine-1'), await suggest(reviewer, edits, 'mine-1')];
    expect(two).toEqual(one);
    const body = { id: 'mine-1', operations: await operations(edits) };
    const foreign = await second.ask('POST', `/api/chapters/${chapterId}/suggestions`, body);
    expect(foreign.body.code).toBe('conflict');
    expect(await list()).toHaveLength(1);
  });

  it.each([
    [
      'a block that is not in the chapter',
      'conflicts-with-text',
      (text: string) => text.replaceAll('par1', 'gone'),
    ],
    [
      'a node the schema does not know',
      'invalid-input',
      (text: string) => text.replaceAll('"text":"Calm"', '"text":""'),
    ],
    ['too many bytes', 'too-large', (text: string) => text.replace('Calm', 'x'.repeat(MAX_SUGGESTION_BYTES))],
    ['no operation', 'invalid-input', () => '[]'],
  ])('[S5] about %s is refused with %s, and nothing is stored', async (_, code, spoil) => {
    const { operations, reviewer, chapterId, list } = await reviewedChapter();
    const good = JSON.stringify(await operations([words('par1', 0, 5, 'Calm')]));
    const body = { operations: JSON.parse(spoil(good)) as unknown };
    const refused = await reviewer.ask('POST', `/api/chapters/${chapterId}/suggestions`, body);
    expect(refused.body.code).toBe(code);
    expect(await list()).toEqual([]);
  });

  it('about another chapter’s block is refused, and a suggestion is decided in its own chapter only', async () => {
    const { suggest, operations, reviewer, author, otherChapterId, text } = await reviewedChapter();
    const body = { operations: await operations([words('par1', 0, 5, 'Calm')]) };
    const refused = await reviewer.ask('POST', `/api/chapters/${otherChapterId}/suggestions`, body);
    expect(refused.body.code).toBe('conflicts-with-text');
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    const elsewhere = await author.ask('POST', `/api/chapters/${otherChapterId}/decisions`, {
      decision: 'accept',
      suggestionIds: [made.id],
    });
    expect(elsewhere.body.code).toBe('not-found');
    expect(await text()).toEqual(UNTOUCHED);
  });
});

describe('deciding', () => {
  it('[S6] accepting changes the text for everybody, with proposer and decider on record', async () => {
    const { suggest, decide, reviewer, author, writer, text, list, accord, chapterId } =
      await reviewedChapter();
    const made = await suggest(reviewer, [words('par2', 13, 17, 'dusk')]);
    const { body } = await decide(author, made, 'accept');
    expect(body.decided).toMatchObject([{ id: made.id, state: 'accepted' }]);
    expect(await text()).toEqual([UNTOUCHED[0], 'They fish at dusk and rest at noon.', UNTOUCHED[2]]);
    await writer.until(() => wordsOf(writer.doc)[1] === 'They fish at dusk and rest at noon.');
    expect(await list()).toMatchObject([
      { personId: reviewer.id, decision: { personId: author.id, id: body.decisionId } },
    ]);
    const stored = await accord.storage.log.load(chapterId);
    expect(stored?.tail.at(-1)?.personId).toBe(reviewer.id);
  });

  it('rejecting changes no letter; the proposer is told of either', async () => {
    const { suggest, decide, reviewer, author, text } = await reviewedChapter();
    const [first, next] = [
      await suggest(reviewer, [words('par1', 0, 5, 'Calm')]),
      await suggest(reviewer, [words('par2', 13, 17, 'dusk')]),
    ];
    await decide(author, first, 'reject');
    expect(await text()).toEqual(UNTOUCHED);
    await decide(author, next, 'accept');
    const { body } = await reviewer.ask<ShownNotice[]>('GET', '/api/notices');
    expect(body.map(({ kind, suggestionId, byId }) => [kind, suggestionId, byId])).toEqual([
      ['suggestion-accepted', next.id, author.id],
      ['suggestion-rejected', first.id, author.id],
    ]);
  });

  it('[S8] of two decisions at once the first wins; the text is changed once', async () => {
    const { suggest, decide, reviewer, author, root, text, list } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par1', 5, 5, ' grey')]);
    const answers = await Promise.all([
      decide(author, made, 'accept'),
      decide(root, made, 'accept'),
      decide(author, made, 'reject'),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'already-decided')).toHaveLength(2);
    const [decided] = await list();
    expect((await text())[0]).toBe(
      decided?.state === 'accepted' ? 'Quiet grey herons wait in the reeds.' : UNTOUCHED[0],
    );
  });

  it('[S5] a suggestion whose words were changed conflicts, is not accepted, and says so', async () => {
    const { suggest, decide, reviewer, author, type, text, list } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par2', 10, 17, 'in the evening')]);
    await type(1, 13, 4, 'sunrise');
    expect(await list()).toMatchObject([{ id: made.id, standing: 'conflicts', state: 'open' }]);
    const refused = await decide(author, made, 'accept');
    expect([refused.status, refused.body.code]).toEqual([409, 'conflicts-with-text']);
    expect((await text())[1]).toBe('They fish at sunrise and rest at noon.');
    // Put back, it fits again.
    await type(1, 13, 7, 'dawn');
    expect(await list()).toMatchObject([{ standing: 'applies' }]);
  });

  it('[S5] a conflicting suggestion’s words are put where the decider says, and can be taken back', async () => {
    const { suggest, decide, undo, reviewer, author, type, text } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par2', 10, 17, 'in the evening')]);
    await type(1, 13, 4, 'sunrise');
    const at = { start: { blockId: 'par2', offset: 10 }, end: { blockId: 'par2', offset: 20 } };
    const { body } = await decide(author, made, 'accept', { at });
    expect((await text())[1]).toBe('They fish in the evening and rest at noon.');
    await undo(author, body.decisionId);
    expect((await text())[1]).toBe('They fish at sunrise and rest at noon.');
  });

  it('[S4] of two that overlap, accepting one marks the other for another look, with its quote', async () => {
    const { suggest, decide, reviewer, second, author, text, list } = await reviewedChapter();
    const one = await suggest(reviewer, [words('par1', 0, 12, 'Grey cranes')]);
    const other = await suggest(second, [words('par1', 6, 12, 'storks')]);
    await decide(author, one, 'accept');
    expect((await text())[0]).toBe('Grey cranes wait in the reeds.');
    expect(await list('open')).toMatchObject([
      { id: other.id, needsLook: { suggestionId: one.id, quote: 'herons' } },
    ]);
  });

  it('[S6] a decision is taken back while the text allows: text and suggestion are as before', async () => {
    const { suggest, decide, undo, reviewer, author, text, list, type } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par2', 10, 17, 'at dusk')]);
    const { body: first } = await decide(author, made, 'accept');
    await type(0, 0, 0, 'Many ');
    expect((await undo(author, first.decisionId)).status).toBe(200);
    expect(await text()).toEqual([`Many ${UNTOUCHED[0]}`, UNTOUCHED[1], UNTOUCHED[2]]);
    expect(await list('open')).toMatchObject([{ id: made.id, decision: null, standing: 'applies' }]);
    expect((await undo(author, first.decisionId)).body.code).toBe('already-decided');

    const { body: next } = await decide(author, made, 'accept');
    await type(1, 10, 7, 'whenever they like');
    const refused = await undo(author, next.decisionId);
    expect([refused.status, refused.body.code]).toEqual([409, 'conflicts-with-text']);
    expect((await text())[1]).toBe('They fish whenever they like and rest at noon.');
    expect(await list('all')).toMatchObject([{ state: 'accepted' }]);
  });

  it('[S6] a rejection is taken back as well', async () => {
    const { suggest, decide, undo, reviewer, author, list } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par2', 10, 17, 'at dusk')]);
    const { body } = await decide(author, made, 'reject');
    await undo(author, body.decisionId);
    expect(await list('open')).toMatchObject([{ id: made.id, state: 'open', decision: null }]);
  });

  it('[S10] [V1] many are accepted as one step, in each proposer’s name, with a version before; one undo takes all back', async () => {
    const chapter = await reviewedChapter();
    const { suggest, decideAll, undo, reviewer, second, author, text, accord, chapterId } = chapter;
    const all = [
      await suggest(reviewer, [words('par1', 0, 5, 'Calm')]),
      await suggest(second, [words('par2', 5, 9, 'hunt')]),
      await suggest(reviewer, [{ kind: 'remove-block', blockId: 'par3' }]),
      await suggest(second, [
        { kind: 'insert-block', parentId: null, index: 1, block: paragraph('new-one', 'A new paragraph.') },
      ]),
    ];
    const { body } = await decideAll(author, 'accept', all);
    expect(body.conflicts).toEqual([]);
    expect(new Set(body.decided.map(({ decision }) => decision?.id))).toEqual(new Set([body.decisionId]));
    expect(await text()).toEqual([
      'Calm herons wait in the reeds.',
      'A new paragraph.',
      'They hunt at dawn and rest at noon.',
    ]);
    const tail = (await accord.storage.log.load(chapterId))?.tail ?? [];
    expect(new Set(tail.slice(-2).map(({ personId }) => personId))).toEqual(
      new Set([reviewer.id, second.id]),
    );
    const { body: versions } = await author.ask<Version[]>('GET', `/api/chapters/${chapterId}/versions`);
    expect(versions[0]).toMatchObject({ kind: 'bulk-decision', personId: author.id });

    await undo(author, body.decisionId);
    expect(await text()).toEqual(UNTOUCHED);
    expect(await chapter.list('open')).toHaveLength(4);
  });

  it('[S10] [S8] of many, those decided already are named and left as they are; conflicts stay open', async () => {
    const { suggest, decide, decideAll, reviewer, author, text, list, type } = await reviewedChapter();
    const [before, conflicting, good] = [
      await suggest(reviewer, [words('par1', 0, 5, 'Calm')]),
      await suggest(reviewer, [words('par2', 10, 17, 'in the evening')]),
      await suggest(reviewer, [words('par3', 0, 6, 'No one')]),
    ];
    await decide(author, before, 'reject');
    await type(1, 13, 4, 'sunrise');
    const { body } = await decideAll(author, 'accept', [before, conflicting, good]);
    expect(body.already).toMatchObject([{ id: before.id, state: 'rejected' }]);
    expect(body.conflicts).toEqual([conflicting.id]);
    expect(body.decided).toMatchObject([{ id: good.id }]);
    expect((await text())[2]).toBe('No one disturbs them there.');
    expect((await list('open')).map(({ id }) => id)).toEqual([conflicting.id]);
  });

  it('[G3] an author’s words beside a suggestion stay where they are when it is accepted', async () => {
    const { suggest, decide, reviewer, author, type, text } = await reviewedChapter();
    const made = await suggest(reviewer, [words('par2', 13, 17, 'dusk')]);
    await type(1, 0, 4, 'Herons');
    await type(1, 0, 0, 'Mostly, ');
    await decide(author, made, 'accept');
    expect((await text())[1]).toBe('Mostly, Herons fish at dusk and rest at noon.');
  });

  it('[S9] accepting a deletion beside a picture, a footnote’s mark or the end of a cell changes only what was marked', async () => {
    const { suggest, decide, reviewer, author, writer, json } = await reviewedChapter();
    const cell = (id: string, text: string): NodeJson => ({
      type: 'tableCell',
      attrs: { id: `cell-${id}`, colspan: 1, rowspan: 1 },
      content: [paragraph(`text-${id}`, text)],
    });
    const beside: NodeJson[] = [
      {
        type: 'figure',
        attrs: { id: 'figure', src: '/api/images/heron-1', alt: 'A heron' },
        content: [{ type: 'text', text: 'A heron at dawn' }],
      },
      {
        type: 'paragraph',
        attrs: { id: 'noted' },
        content: [
          { type: 'text', text: 'Herons rest' },
          { type: 'footnoteReference', attrs: { noteId: 'note-1' } },
          { type: 'text', text: ' at noon.' },
        ],
      },
      {
        type: 'table',
        attrs: { id: 'table' },
        content: [
          {
            type: 'tableRow',
            attrs: { id: 'row-1' },
            content: [cell('left', 'one two'), cell('right', 'three')],
          },
        ],
      },
      {
        type: 'footnote',
        attrs: { id: 'note', noteId: 'note-1' },
        content: [{ type: 'text', text: 'So they say.' }],
      },
    ];
    writer.update(change(writer.doc, (text) => text.insert(text.length, blocksToYjs(beside))));
    await writer.durable(2);
    for (const edit of [
      words('par3', 0, 27, ''),
      words('figure', 7, 15, ''),
      words('noted', 6, 11, ''),
      words('text-left', 3, 7, ''),
    ]) {
      const before = await json();
      const made = await suggest(reviewer, [edit]);
      expect((await decide(author, made, 'accept')).status).toBe(200);
      expect(canonicalJson(await json())).toBe(canonicalJson(applyEdits(before, [edit])));
    }
    const after = JSON.stringify(await json());
    for (const kept of ['/api/images/heron-1', 'footnoteReference', 'So they say.', 'three'])
      expect(after).toContain(kept);
  });
});

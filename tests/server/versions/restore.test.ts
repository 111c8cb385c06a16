import type { Thread } from '@accord/shared/comments/comments';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import { canonicalHash } from '@accord/shared/manuscript/canonical';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { locate } from '@accord/shared/manuscript/locate';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { AuditEntry } from '@accord/shared/people/administration';
import { MESSAGE } from '@accord/shared/sync/wire';
import type { Restored, Version } from '@accord/shared/versions/versions';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { change, words as wordsIn } from '../../sync/writing';
import { type paragraph, reviewedChapter, words } from '../suggestions/reviewed-chapter';
import type { Visitor } from '../workspace';

const YESTERDAY = [
  'Quiet herons wait in the reeds.',
  'They fish at dawn and rest at noon.',
  'Nobody disturbs them there.',
];

async function restorable(...start: Parameters<typeof reviewedChapter>) {
  const chapter = await reviewedChapter(...start);
  const { author, chapterId, accord } = chapter;
  const path = `/api/chapters/${chapterId}`;
  const keep = async (name: string) =>
    (await author.ask<Version>('POST', `${path}/versions`, { name, note: null })).body;
  const list = async () => (await author.ask<Version[]>('GET', `${path}/versions`)).body;
  const restore = (who: Visitor, versionId: string, blockId: string | null = null) =>
    who.ask<Restored & { code?: string }>('POST', `${path}/restore`, { versionId, blockId });
  const contentOf = async (version: Version | null | undefined) =>
    (await author.ask<NodeJson>('GET', `/api/versions/${version?.id}/content?format=json`)).body;
  /** Words of each block of a version. */
  const textOf = async (version: Version | null | undefined) => {
    const doc = new Y.Doc();
    doc.getXmlFragment(FRAGMENT).insert(0, blocksToYjs((await contentOf(version)).content ?? []));
    return wordsIn(doc);
  };
  const audit = async () => (await chapter.root.ask<AuditEntry[]>('GET', '/api/audit')).body;
  return { ...chapter, path, keep, list, restore, contentOf, textOf, audit, log: accord.storage.log };
}

describe('[V5] restoring a version', () => {
  it('writes its text into the live one, for everybody who has it open, and keeps what stood there', async () => {
    const { keep, type, restore, author, text, writer, textOf, list } = await restorable();
    const yesterday = await keep('Yesterday');
    await type(0, 0, 5, 'Loud');
    const { status, body } = await restore(author, yesterday.id);
    expect(status).toBe(200);
    expect(await text()).toEqual(YESTERDAY);
    await writer.until(() => wordsIn(writer.doc).join() === YESTERDAY.join());
    expect(body.before).toMatchObject({ kind: 'before-restore', of: yesterday.id, personId: author.id });
    expect(body.restored).toMatchObject({ kind: 'restore', of: yesterday.id, hash: yesterday.hash });
    expect((await textOf(body.before))[0]).toBe('Loud herons wait in the reeds.');
    expect((await list()).map(({ kind }) => kind).slice(0, 2)).toEqual(['restore', 'before-restore']);
  });

  it('is taken back by restoring what stood before it', async () => {
    const { keep, type, restore, author, text, json } = await restorable();
    const yesterday = await keep('Yesterday');
    await type(1, 0, 4, 'Herons');
    const today = canonicalHash(await json());
    const { body } = await restore(author, yesterday.id);
    await restore(author, body.before?.id ?? '');
    expect((await text())[1]).toBe('Herons fish at dawn and rest at noon.');
    expect(canonicalHash(await json())).toBe(today);
  });

  it('of the text as it is does nothing, and says so', async () => {
    const { keep, restore, author, list, audit } = await restorable();
    const now = await keep('Now');
    const before = await list();
    const { status, body } = await restore(author, now.id);
    expect(status).toBe(200);
    expect(body).toEqual({ before: null, restored: null });
    expect(await list()).toEqual(before);
    expect((await audit()).filter(({ what }) => what === 'version-restored')).toEqual([]);
  });

  it('[P8] is in the audit log, with the version', async () => {
    const { keep, type, restore, author, audit, chapterId } = await restorable();
    const { id } = await keep('Yesterday');
    await type(0, 0, 5, 'Loud');
    await restore(author, id);
    expect((await audit()).find(({ what }) => what === 'version-restored')).toMatchObject({
      personId: author.id,
      subject: chapterId,
      detail: { versionId: id },
    });
  });

  it('tells the pages that have the chapter open', async () => {
    const { keep, type, restore, author, writer } = await restorable();
    const { id } = await keep('Yesterday');
    await type(0, 0, 5, 'Loud');
    const notices = () =>
      writer.heard.filter((heard) => heard.kind === 'other' && heard.number === MESSAGE.notice).length;
    const before = notices();
    await restore(author, id);
    await writer.until(() => notices() >= before + 2);
  });

  it('[P1] is for those who may write', async () => {
    const { keep, type, restore, author, reader, reviewer, text } = await restorable();
    const { id } = await keep('Yesterday');
    await type(0, 0, 5, 'Loud');
    for (const who of [reader, reviewer]) expect((await restore(who, id)).status).toBe(403);
    expect((await text())[0]).toContain('Loud');
    expect((await restore(author, 'no-such-version')).status).toBe(404);
  });

  it('of another chapter is refused', async () => {
    const { restore, author, otherChapterId, text } = await restorable();
    const { body } = await author.ask<Version>('POST', `/api/chapters/${otherChapterId}/versions`, {
      name: 'Other',
      note: null,
    });
    const answer = await restore(author, body.id);
    expect([answer.status, answer.body.code]).toEqual([422, 'different-chapters']);
    expect(await text()).toEqual(YESTERDAY);
  });

  it('marks the step as the writing back of that version, so that its words stay their authors’', async () => {
    const { keep, type, restore, author, log, chapterId } = await restorable();
    const { id } = await keep('Yesterday');
    await type(0, 0, 5, 'Loud');
    await restore(author, id);
    const last = (await log.load(chapterId))?.tail.at(-1);
    expect(last).toMatchObject({ sessionId: `restore:${id}`, personId: author.id });
  });
});

describe('[V7] restoring one block', () => {
  it('leaves the others as they are', async () => {
    const { keep, type, restore, author, text } = await restorable();
    const { id } = await keep('Yesterday');
    await type(0, 0, 5, 'Loud');
    await type(1, 0, 4, 'Herons');
    const { body } = await restore(author, id, 'par2');
    expect(await text()).toEqual(['Loud herons wait in the reeds.', YESTERDAY[1], YESTERDAY[2]]);
    expect(body.restored).toMatchObject({ of: id, blockId: 'par2' });
  });

  it('brings back one that is gone, and none that never was', async () => {
    const { keep, writer, restore, author, text } = await restorable();
    const { id } = await keep('Yesterday');
    writer.update(change(writer.doc, (fragment) => fragment.delete(1, 1)));
    await writer.durable((writer.last('durable')?.n ?? 0) + 1);
    expect(await text()).toHaveLength(2);
    await restore(author, id, 'par2');
    expect(await text()).toEqual(YESTERDAY);
    expect((await restore(author, id, 'par9')).status).toBe(404);
  });
});

const standingOf = ({ anchor }: Thread, document: NodeJson): string =>
  anchor.kind === 'text' || anchor.kind === 'block' ? locate(anchor, document).found : anchor.kind;

describe('[V6] after a restore', () => {
  it('threads find their place again or show as orphaned, suggestions fit or conflict; none is gone', async () => {
    const chapter = await restorable();
    const { keep, type, restore, author, reviewer, suggest, path, json } = chapter;
    const { id } = await keep('Yesterday');
    await type(2, 0, 6, 'Hardly anybody');
    await type(0, 0, 0, 'Swallows nest under the eaves. ');
    const onNew = await suggest(reviewer, [words('par3', 0, 6, 'Scarcely')]);
    const onOld = await suggest(reviewer, [words('par2', 0, 4, 'Herons')]);
    const text = await json();
    const comment = (from: number, to: number, blockId: string) =>
      reviewer.ask<Thread>('POST', `${path}/threads`, {
        anchor: textAnchor(text, { blockId, offset: from }, { blockId, offset: to }),
        text: 'About this',
      });
    const threads = [(await comment(0, 13, 'par1')).body.id, (await comment(5, 10, 'par2')).body.id];
    await restore(author, id);
    const kept = (await author.ask<Thread[]>('GET', `${path}/threads`)).body;
    expect(kept.map((thread) => thread.id).sort()).toEqual([...threads].sort());
    const restored = await json();
    const where = new Map(kept.map((thread) => [thread.id, standingOf(thread, restored)]));
    expect(threads.map((thread) => where.get(thread))).toEqual(['nowhere', 'text']);
    const after = (
      await author.ask<{ id: string; standing: string; state: string }[]>(
        'GET',
        `${path}/suggestions?state=all`,
      )
    ).body;
    expect(after.find((one) => one.id === onNew.id)).toMatchObject({ state: 'open', standing: 'conflicts' });
    expect(after.find((one) => one.id === onOld.id)).toMatchObject({ state: 'open', standing: 'applies' });
    expect(after).toHaveLength(2);
  });
});

export type { paragraph, Thread };

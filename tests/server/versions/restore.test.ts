import type { Thread } from '@accord/shared/comments/comments';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import { canonicalHash } from '@accord/shared/manuscript/canonical';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { createLocator } from '@accord/shared/manuscript/locate';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { AuditEntry } from '@accord/shared/people/administration';
import { MESSAGE } from '@accord/shared/sync/wire';
import type { Restored, Version } from '@accord/shared/versions/versions';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { FIRST_SEED } from '../../kit/seed';
import { RawClient } from '../../sync/raw-client';
import { seededRandom } from '../../sync/seed';
import { change, words as wordsIn } from '../../sync/writing';
import { reviewedChapter, words } from '../suggestions/reviewed-chapter';
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

describe('[V6] after a restore', () => {
  it('threads find their place again or show as orphaned, suggestions fit or conflict; none is gone', async () => {
    const chapter = await restorable();
    const { keep, type, restore, author, reviewer, suggest, json, path, writer } = chapter;
    const { id } = await keep('Yesterday');
    await type(2, 0, 6, 'Hardly anybody');
    await type(0, 0, 0, 'Very ');
    const today = {
      type: 'paragraph',
      attrs: { id: 'par4' },
      content: [{ type: 'text', text: 'Storks came today.' }],
    };
    writer.update(change(writer.doc, (text) => text.insert(text.length, blocksToYjs([today]))));
    await writer.durable((writer.last('durable')?.n ?? 0) + 1);
    const anchor = textAnchor(await json(), { blockId: 'par4', offset: 0 }, { blockId: 'par4', offset: 6 });
    const opened = await author.ask<Thread>('POST', `${path}/threads`, { anchor, text: 'Really?' });
    const kept = textAnchor(await json(), { blockId: 'par2', offset: 5 }, { blockId: 'par2', offset: 17 });
    await author.ask<Thread>('POST', `${path}/threads`, { anchor: kept, text: 'At dawn?' });
    const onNew = await suggest(reviewer, [words('par3', 0, 6, 'Scarcely')]);
    const onOld = await suggest(reviewer, [words('par2', 0, 4, 'Herons')]);
    await restore(author, id);
    const after = (
      await author.ask<{ id: string; standing: string; state: string }[]>(
        'GET',
        `${path}/suggestions?state=all`,
      )
    ).body;
    expect(after.find((one) => one.id === onNew.id)).toMatchObject({ state: 'open', standing: 'conflicts' });
    expect(after.find((one) => one.id === onOld.id)).toMatchObject({ state: 'open', standing: 'applies' });
    expect(after).toHaveLength(2);
    const threads = (await author.ask<Thread[]>('GET', `${path}/threads`)).body;
    const locator = createLocator(await json());
    const found = threads.map((thread) =>
      thread.anchor.kind === 'text' ? locator.locate(thread.anchor).found : null,
    );
    expect(threads[0]?.id).toBe(opened.body.id);
    expect(found).toEqual(['nowhere', 'text']);
    expect(threads.every(({ resolved }) => resolved === null)).toBe(true);
  });
});

describe('[V5] restoring while others write', () => {
  it('keeps every typed word in the text or in what stood before, doubles none, brings nothing old back', async () => {
    const chapter = await restorable();
    const { author, url, chapterId, keep, restore, textOf, person, text } = chapter;
    const everywhere = { outputId: null, chapterId: null, language: null };
    const cookies: string[] = [];
    for (const name of ['anna', 'bela', 'dora']) {
      const writer = await person({
        email: `${name}@example.org`,
        grants: [{ ...everywhere, role: 'author' }],
      });
      cookies.push(writer.cookie ?? '');
    }
    const connect = async (cookie: string | undefined) => {
      const client = await RawClient.connect({
        url: `${url.replace('http', 'ws')}/sync/${chapterId}`,
        origin: url,
        cookie: cookie ?? '',
        hello: {},
      });
      onTestFinished(() => client.close());
      await client.sync();
      return client;
    };
    const yesterday = await keep('Yesterday');
    const random = seededRandom(FIRST_SEED + 7);
    for (let round = 0; round < 12; round++) {
      const [anna, bela, away] = await Promise.all(cookies.map(connect));
      if (!anna || !bela || !away) throw new Error('nobody');
      const typed: string[] = [];
      const write = (client: RawClient, block: number, word: string): Uint8Array => {
        typed.push(word);
        return change(client.doc, (fragment) => {
          const run = (fragment.get(block % fragment.length) as Y.XmlElement).get(0) as Y.XmlText;
          // At an end, so that no word is parted by another.
          run.insert(random() < 0.5 ? 0 : run.length, ` ${word} `);
        });
      };
      // Dora writes without a connection, in the text as it is now; it arrives after the restore.
      const late = [0, 1, 2].map((block) => write(away, block, `D${round}x${block}`));
      for (const block of [0, 1]) anna.update(write(anna, block, `A${round}x${block}`));
      await anna.durable(2);
      const restoring = restore(author, yesterday.id);
      for (let key = 2; key < 8; key++) {
        anna.update(write(anna, key, `A${round}x${key}`));
        bela.update(write(bela, key, `B${round}x${key}`));
        if (random() < 0.5) await new Promise((next) => setImmediate(next));
      }
      const { body } = await restoring;
      for (const update of late) away.update(update);
      await Promise.all([anna.durable(8), bela.durable(6), away.durable(3)]);
      await Promise.all([anna.sync(), bela.sync(), away.sync()]);
      const now = (await text()).join(' ');
      const stood = (await textOf(body.before)).join(' ');
      const times = (words: string, word: string) => words.split(word).length - 1;
      for (const word of typed) {
        expect(times(now, `${word} `), `round ${round}: ${word} in ${now}`).toBeLessThan(2);
        expect(times(now, `${word} `) + times(stood, `${word} `), `round ${round}: ${word}`).toBeGreaterThan(
          0,
        );
      }
      // Without what was typed since, it is the text that was restored.
      const plain = (words: string) => words.replace(/ [ABD]\d+x\d /g, '').replace(/\s+/g, '');
      expect(plain(now)).toBe(plain(YESTERDAY.join(' ')));
      const wanted = wordsIn(anna.doc);
      for (const client of [bela, away]) expect(wordsIn(client.doc)).toEqual(wanted);
      for (const client of [anna, bela, away]) client.close();
      await restore(author, yesterday.id);
    }
  });
});

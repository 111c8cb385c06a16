import { systemClock } from '@accord/server/clock';
import { openStorage } from '@accord/server/storage/open-storage';
import { createComparing } from '@accord/server/versions/comparing';
import { createVersions } from '@accord/server/versions/versions';
import { document, paragraph } from '@accord/shared/manuscript/build';
import type { ComparedVersions } from '@accord/shared/versions/comparing';
import type { Row } from '@accord/shared/versions/comparison-model';
import type { Version } from '@accord/shared/versions/versions';
import { describe, expect, it } from 'vitest';
import { startWorkspace, type Visitor } from '../workspace';
import { createWrittenChapters } from './written-chapters';

const CHAPTER = 'chapter1';

/** Versions and their comparison over a real log; attribution as the test tells it. */
async function open(storage?: Awaited<ReturnType<typeof openStorage>>) {
  const kept = storage ?? (await openStorage({ kind: 'memory' }));
  const written = createWrittenChapters(kept);
  const warnings: unknown[] = [];
  const versions = createVersions({
    ...kept,
    clock: systemClock,
    chapters: written.chapters,
    countryOf: () => 'FI',
    warn: (error) => warnings.push(error),
  });
  const asked: string[] = [];
  const comparing = createComparing({
    versions,
    chapters: written.chapters,
    authorsOf: async (chapterId) => {
      asked.push(`authors of ${chapterId}`);
      return [
        {
          block: 0,
          id: null,
          runs: [
            { from: 0, to: 6, personId: 'aino' },
            { from: 6, to: 10, personId: 'jean' },
            { from: 10, to: 99, personId: 'greta' },
          ],
        },
      ];
    },
    deletersOf: async (chapterId) => {
      asked.push(`deleters of ${chapterId}`);
      return [{ block: 0, id: null, runs: [{ from: 0, to: 6, personId: 'greta' }] }];
    },
    languageOf: () => 'en',
  });
  const keep = (chapterId: string, name: string) =>
    versions.record(chapterId, { kind: 'named', personId: 'aino', name });
  return { ...written, storage: kept, versions, comparing, keep, asked, warnings };
}

const piecesOf = (rows: readonly Row[]) =>
  rows.flatMap((row) =>
    row.kind === 'text'
      ? row.pieces.map((piece) =>
          'content' in piece
            ? [piece.kind, piece.content.map(({ text }) => text).join(''), 'by' in piece ? piece.by : '']
            : [piece.kind],
        )
      : [],
  );

describe('[V3] a version', () => {
  it('compares with now and with a later one, each word with its author', async () => {
    const { seed, type, erase, keep, comparing } = await open();
    await seed(CHAPTER, document(paragraph('Hello ')));
    const first = await keep(CHAPTER, 'first');
    await type(CHAPTER, 'jean', 'from Paris');
    const second = await keep(CHAPTER, 'second');
    await erase(CHAPTER, 'greta', 6);

    const between = await comparing.compare(first.id, second.id);
    expect(between).toMatchObject({ chapterId: CHAPTER, from: { id: first.id }, to: { id: second.id } });
    expect(piecesOf(between.comparison.rows)).toEqual([
      ['kept', 'Hello ', ''],
      ['inserted', 'from', 'jean'],
      ['inserted', ' Paris', 'greta'],
    ]);
    const withNow = await comparing.compare(second.id, 'now');
    expect(withNow.to).toBeNull();
    expect(piecesOf(withNow.comparison.rows)).toEqual([
      ['deleted', 'Hello ', 'greta'],
      ['kept', 'from Paris', ''],
    ]);
  });

  it('compares backwards without naming anybody: nobody deleted what was written later', async () => {
    const { seed, type, keep, comparing, asked } = await open();
    await seed(CHAPTER, document(paragraph('Hello ')));
    const first = await keep(CHAPTER, 'first');
    await type(CHAPTER, 'jean', 'from Paris');
    const second = await keep(CHAPTER, 'second');
    const { comparison } = await comparing.compare(second.id, first.id);
    expect(piecesOf(comparison.rows)).toEqual([
      ['kept', 'Hello ', ''],
      ['deleted', 'from Paris', null],
    ]);
    expect(asked).toEqual([]);
  });

  it('of another chapter is refused, an unknown one is not found, a damaged one unreadable', async () => {
    const { storage, seed, keep, comparing } = await open();
    await seed(CHAPTER, document(paragraph('Hello')));
    await seed('chapter2', document(paragraph('Moin')));
    const [here, there] = [await keep(CHAPTER, 'here'), await keep('chapter2', 'there')];
    await expect(comparing.compare(here.id, there.id)).rejects.toMatchObject({ code: 'different-chapters' });
    await expect(comparing.compare(here.id, 'nothing-like-it')).rejects.toMatchObject({ code: 'not-found' });
    const blob = (await storage.log.getBlob(`version/${here.id}`)) as Uint8Array;
    const damaged = blob.slice();
    // One letter of the text: "Hello" becomes "Iello".
    const at = damaged.indexOf('H'.charCodeAt(0));
    damaged[at] = 'I'.charCodeAt(0);
    await storage.log.putBlob(`version/${here.id}`, damaged);
    await expect(comparing.compare(here.id, 'now')).rejects.toMatchObject({ code: 'document-unreadable' });
  });

  it('is found by its id also after a start', async () => {
    const { storage, seed, keep } = await open();
    await seed(CHAPTER, document(paragraph('Hello')));
    const kept = await keep(CHAPTER, 'kept');
    const again = await open(storage);
    await expect(again.versions.find(kept.id)).resolves.toMatchObject({ name: 'kept', chapterId: CHAPTER });
    await expect(again.versions.find('nothing-like-it')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('over HTTP', () => {
  async function workspace() {
    const { administrator, person } = await startWorkspace();
    const root = await administrator();
    const { body: outputs } = await root.ask<{ id: string; chapters: { id: string }[] }[]>(
      'GET',
      '/api/outputs',
    );
    const [output, other] = outputs;
    const [chapter, next] = output?.chapters ?? [];
    const reader = await person({
      email: 'reader@example.org',
      grants: [{ role: 'reader', outputId: null, chapterId: chapter?.id ?? '', language: null }],
    });
    const stranger = await person({
      email: 'stranger@example.org',
      grants: [{ role: 'author', outputId: other?.id ?? '', chapterId: null, language: null }],
    });
    const keep = async (chapterId = '') =>
      (await root.ask<Version>('POST', `/api/chapters/${chapterId}/versions`, { name: 'Kept' })).body.id;
    const compare = (who: Visitor, from: string, to = 'now') =>
      who.ask<ComparedVersions>('GET', `/api/versions/compare?from=${from}&to=${to}`);
    return { root, reader, stranger, keep, compare, chapter: chapter?.id ?? '', next: next?.id ?? '' };
  }

  it('[V3] readers of the chapter compare; for everybody else there is no such version', async () => {
    const { reader, stranger, keep, compare, root, chapter, next } = await workspace();
    const [here, there] = [await keep(chapter), await keep(next)];
    const { status, body } = await compare(reader, here);
    expect(status).toBe(200);
    expect(body).toMatchObject({ chapterId: chapter, from: { id: here }, to: null, language: 'en' });
    expect(body.comparison.summary).toEqual([]);
    expect(body.comparison.rows.length).toBeGreaterThan(0);
    expect((await compare(stranger, here)).status).toBe(404);
    // Whoever may read only one of the chapters learns nothing about the other.
    expect((await compare(reader, here, there)).status).toBe(404);
    const refused = await compare(root, here, there);
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      422,
      'different-chapters',
    ]);
    expect((await compare(root, 'nothing-like-it')).status).toBe(404);
  });

  it('[V8] the text of a version is read in each format, by readers of its chapter', async () => {
    const { reader, stranger, keep, chapter } = await workspace();
    const id = await keep(chapter);
    const read = (who: Visitor, format: string) =>
      who.ask<unknown>('GET', `/api/versions/${id}/content?format=${format}`);
    expect((await read(reader, 'json')).body).toMatchObject({ type: 'doc' });
    for (const [format, type] of [
      ['text', 'text/plain'],
      ['html', 'text/html'],
      ['markdown', 'text/markdown'],
    ] as const) {
      const { status, headers, text } = await read(reader, format);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toContain(type);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      const same = await reader.ask('GET', `/api/chapters/${chapter}/content?format=${format}`);
      expect(text).toBe(same.text);
    }
    expect((await read(stranger, 'json')).status).toBe(404);
  });
});

import { templateOf } from '@accord/server/outputs/templates';
import { document, heading, paragraph } from '@accord/shared/manuscript/build';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { admin, openOutputs, withRole } from './shelf-of-outputs';

const tool = {
  kind: 'guidance-tool',
  title: 'Working with schools',
  issue: 1,
  language: 'en',
  coordinatorCountry: 'FI',
  template: true,
} as const;

async function withTool() {
  const world = await openOutputs();
  const output = await world.outputs.create(admin, tool);
  return { ...world, output, first: output.chapters[0]?.id ?? '', second: output.chapters[1]?.id ?? '' };
}

describe('creating', () => {
  it('an output has the chapters of its template, each with text the schema accepts and ids on all blocks', async () => {
    const { output, texts } = await withTool();
    expect(output.chapters.map(({ title }) => title)).toEqual(
      templateOf('guidance-tool').map(({ title }) => title),
    );
    for (const { id } of output.chapters) {
      const { json } = await texts.chapters.read(id);
      expect(() => Node.fromJSON(manuscriptSchema, json).check()).not.toThrow();
      Node.fromJSON(manuscriptSchema, json).descendants((node) => {
        if (node.isBlock) expect(node.attrs.id).toMatch(/^[\w-]{4,}$/);
      });
    }
  });
  it('without a template an output has no chapters', async () => {
    const { outputs } = await openOutputs();
    expect((await outputs.create(admin, { ...tool, template: false })).chapters).toEqual([]);
  });
  it('[U2] a chapter’s first content is written by the server, once, before the chapter is listed', async () => {
    const { outputs, output, texts, notices } = await withTool();
    const chapter = await outputs.createChapter(admin, output.id, {
      title: 'Annex',
      writerId: 'aldo',
      dueOn: '2026-12-01',
    });
    expect(chapter).toMatchObject({
      title: 'Annex',
      writerId: 'aldo',
      dueOn: '2026-12-01',
      state: 'draft',
      words: 0,
    });
    expect((await texts.chapters.read(chapter.id)).json.content).toMatchObject([{ type: 'paragraph' }]);
    expect((await outputs.read(admin, output.id)).chapters.at(-1)?.id).toBe(chapter.id);
    expect(notices.at(-1)).toEqual({ chapterId: chapter.id, outputId: output.id });
  });
  it('a text without its record is not listed when the disk refuses the record', async () => {
    let full = false;
    const { outputs } = await openOutputs({ failing: (name) => full && name.startsWith('output/') });
    const output = await outputs.create(admin, tool);
    full = true;
    const chapter = outputs.createChapter(admin, output.id, { title: 'Annex', writerId: null, dueOn: null });
    await expect(chapter).rejects.toMatchObject({ code: 'read-only-storage' });
    expect((await outputs.read(admin, output.id)).chapters).toHaveLength(output.chapters.length);
  });
});

describe('changing', () => {
  it('everything is there after a restart, in the order last set', async () => {
    const { outputs, output, first, second, again } = await withTool();
    const other = await outputs.create(admin, { ...tool, kind: 'brochure', title: 'Brochure' });
    await outputs.edit(admin, output.id, {
      title: 'Schools',
      coordinatorCountry: 'IT',
      coordinatorId: 'aldo',
      partnerIds: ['partner-fi', 'partner-fr', 'partner-fi'],
      chapterOrder: output.chapters.map(({ id }) => id).reverse(),
    });
    await outputs.editChapter(admin, first, { title: 'Why', writerId: 'anna', dueOn: '2026-12-24' });
    await outputs.reorder(admin, [other.id, output.id]);
    const { outputs: reopened } = await again();
    expect((await reopened.list(admin, { archived: false })).map(({ id }) => id)).toEqual([
      other.id,
      output.id,
    ]);
    const read = await reopened.read(admin, output.id);
    expect(read).toMatchObject({ title: 'Schools', coordinatorCountry: 'IT', coordinatorId: 'aldo' });
    expect(read.partnerIds).toEqual(['partner-fi', 'partner-fr']);
    expect(read.chapters.at(-1)).toMatchObject({
      id: first,
      title: 'Why',
      writerId: 'anna',
      dueOn: '2026-12-24',
    });
    expect(read.chapters.at(-2)?.id).toBe(second);
  });
  it.each([
    ['leaves one out', (ids: string[]) => ids.slice(1)],
    ['names one twice', (ids: string[]) => [...ids.slice(1), ids[1] ?? '']],
    ['names a stranger', (ids: string[]) => [...ids.slice(1), 'stranger']],
  ])('an order that %s is refused and changes nothing', async (_case, wrong) => {
    const { outputs, output } = await withTool();
    const ids = output.chapters.map(({ id }) => id);
    await expect(
      outputs.edit(admin, output.id, { title: 'No', chapterOrder: wrong(ids) }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await outputs.read(admin, output.id)).toMatchObject({ title: output.title });
    await expect(outputs.reorder(admin, wrong([output.id, 'another']))).rejects.toMatchObject({
      code: 'conflict',
    });
  });
  it.each([{ coordinatorId: 'nobody' }, { partnerIds: ['partner-xx'] }])(
    'people and partners must exist: %j',
    async (body) => {
      const { outputs, output, first } = await withTool();
      await expect(outputs.edit(admin, output.id, body)).rejects.toMatchObject({ code: 'invalid-input' });
      await expect(outputs.editChapter(admin, first, { writerId: 'nobody' })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    },
  );
  it('what does not exist is not found', async () => {
    const { outputs } = await withTool();
    await expect(outputs.read(admin, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    await expect(outputs.readChapter(admin, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    expect(outputs.chapterSubject('nothing')).toBeNull();
    expect(outputs.outputSubject('nothing')).toBeNull();
  });
});

describe('archiving', () => {
  it('an archived chapter is left out of lists, stays on the output’s page, and comes back', async () => {
    const { outputs, output, first, audit } = await withTool();
    await outputs.editChapter(admin, first, { archived: true });
    const listed = async () =>
      (await outputs.list(admin, { archived: false }))[0]?.chapters.map(({ id }) => id);
    expect(await listed()).not.toContain(first);
    expect((await outputs.read(admin, output.id)).chapters.map(({ id }) => id)).toContain(first);
    expect(outputs.readable(admin, output.id).map(({ id }) => id)).not.toContain(first);
    await outputs.editChapter(admin, first, { archived: false });
    expect(await listed()).toContain(first);
    expect(audit.map(({ what }) => what)).toEqual(['output-created', 'chapter-archived', 'chapter-restored']);
  });
  it('archiving an output locks its chapters, tells open connections, and takes no new chapter', async () => {
    const { outputs, output, first, notices } = await withTool();
    notices.length = 0;
    await outputs.edit(admin, output.id, { archived: true });
    expect(notices).toHaveLength(output.chapters.length);
    expect(outputs.chapterSubject(first)).toMatchObject({ archived: true });
    expect((await outputs.readChapter(admin, first)).abilities).not.toContain('chapter.write');
    await expect(
      outputs.createChapter(admin, output.id, { title: 'x', writerId: null, dueOn: null }),
    ).rejects.toMatchObject({ code: 'archived' });
    expect(await outputs.list(admin, { archived: false })).toEqual([]);
    expect(await outputs.list(admin, { archived: true })).toHaveLength(1);
  });
});

describe('[P1] what a person sees', () => {
  it('is what the permission table allows: outputs, chapters, abilities, role', async () => {
    const { outputs, output, first } = await withTool();
    const stranger = { ...withRole('reader'), grants: [] };
    expect(await outputs.list(stranger, { archived: false })).toEqual([]);
    const guest = withRole('author', { outputId: output.id, chapterId: first });
    const [seen] = await outputs.list(guest, { archived: false });
    expect(seen?.abilities).toEqual(['output.read']);
    expect(seen?.chapters.map(({ id }) => id)).toEqual([first]);
    expect(seen?.chapters[0]?.abilities).toContain('chapter.write');
    expect(outputs.readable(guest, output.id).map(({ id }) => id)).toEqual([first]);
    const reader = await outputs.readChapter(withRole('reader'), first);
    expect(reader).toMatchObject({ abilities: ['chapter.read'], role: 'reader' });
    const coordinator = await outputs.read(withRole('coordinator', { outputId: output.id }), output.id);
    expect(coordinator.abilities).toEqual(['output.read', 'output.edit', 'output.steer', 'output.grant']);
  });
});

describe('what lists say about a text', () => {
  const typed = document(heading(1, 'Working with'), paragraph('schools takes time'));

  it('words, when and by whom follow the commits', async () => {
    const { outputs, bus, texts, first } = await withTool();
    expect(await outputs.readChapter(admin, first)).toMatchObject({ changedAt: null, changedBy: null });
    const at = Date.parse('2026-11-23T12:00:00Z');
    const seq = texts.type(first, typed, 'anna', at);
    bus.publish('text-committed', { chapterId: first, seq, personIds: ['anna'], at });
    expect(await outputs.readChapter(admin, first)).toMatchObject({
      words: 5,
      changedAt: '2026-11-23T12:00:00.000Z',
      changedBy: 'anna',
    });
  });
  it('a text is read once for many lists, and once more after a commit', async () => {
    const { outputs, bus, texts, first } = await withTool();
    texts.reads.length = 0;
    await Promise.all([outputs.readChapter(admin, first), outputs.readChapter(admin, first)]);
    await outputs.readChapter(admin, first);
    expect(texts.reads).toEqual([]);
    const seq = texts.type(first, typed, 'anna', 1);
    bus.publish('text-committed', { chapterId: first, seq, personIds: ['anna'], at: 1 });
    await outputs.readChapter(admin, first);
    await outputs.readChapter(admin, first);
    expect(texts.reads).toEqual([first]);
  });
  it('[D4] one unreadable text does not take the list with it', async () => {
    const { texts, first, output, again } = await withTool();
    texts.unreadable.add(first);
    const { outputs } = await again();
    const read = await outputs.read(admin, output.id);
    expect(read.chapters[0]).toMatchObject({ id: first, words: 0, changedAt: null });
  });
});

describe('the first workspace', () => {
  it('has the study, its summary, five guidance tools and five brochures, in English, for all partners', async () => {
    const { outputs } = await openOutputs();
    await outputs.initialise({ partnerIds: ['partner-fi', 'partner-fr'] });
    const all = await outputs.list(admin, { archived: true });
    expect(all.map(({ kind }) => kind).sort()).toEqual([
      ...Array(5).fill('brochure'),
      'executive-summary',
      ...Array(5).fill('guidance-tool'),
      'study',
    ]);
    const tools = all.filter(({ kind }) => kind === 'guidance-tool');
    expect(tools.map(({ issue, coordinatorCountry }) => [issue, coordinatorCountry])).toEqual([
      [1, 'FI'],
      [2, 'FR'],
      [3, 'GB'],
      [4, 'DE'],
      [5, 'IT'],
    ]);
    for (const { language, partnerIds, chapters } of all) {
      expect(language).toBe('en');
      expect(partnerIds).toHaveLength(2);
      expect(chapters.length).toBeGreaterThan(3);
    }
  });
  it('is made once, also when everything in it was archived', async () => {
    const { outputs, again } = await openOutputs();
    await outputs.initialise({ partnerIds: [] });
    for (const { id } of await outputs.list(admin, { archived: false }))
      await outputs.edit(admin, id, { archived: true });
    const { outputs: reopened } = await again();
    await reopened.initialise({ partnerIds: [] });
    expect(await reopened.list(admin, { archived: true })).toHaveLength(12);
  });
  it('cut off half-way, is carried on at the next start: nothing missing, nothing twice', async () => {
    let left = 9;
    const { outputs, again } = await openOutputs({ failing: () => left-- === 0 });
    await expect(outputs.initialise({ partnerIds: [] })).rejects.toThrow();
    const { outputs: reopened } = await again();
    await reopened.initialise({ partnerIds: [] });
    const titles = (await reopened.list(admin, { archived: true })).map(({ title }) => title);
    expect(titles).toHaveLength(12);
    expect(new Set(titles).size).toBe(12);
    expect(titles[0]).toMatch(/^Innovative practices/);
  });
});

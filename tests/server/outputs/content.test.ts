import { createContent } from '@accord/server/outputs/content';
import { bold, document, paragraph } from '@accord/shared/manuscript/build';
import { describe, expect, it } from 'vitest';
import { admin, openOutputs, withRole } from './shelf-of-outputs';

async function withText() {
  const world = await openOutputs();
  const output = await world.outputs.create(admin, {
    kind: 'brochure',
    title: 'Schools',
    issue: 1,
    language: 'en',
    coordinatorCountry: 'FI',
    template: true,
  });
  const [first = '', second = '', third = ''] = output.chapters.map(({ id }) => id);
  const text = document(paragraph(['Teachers ', bold('learn'), ' & share']));
  world.texts.type(first, text, 'anna', 1);
  return {
    ...world,
    output,
    first,
    second,
    third,
    text,
    content: createContent({ ...world, chapters: world.texts.chapters }),
  };
}

describe('a chapter’s text', () => {
  it('comes as JSON, text, HTML and Markdown, each under its content type', async () => {
    const { content, first, text } = await withText();
    expect(await content.chapter(first, 'json')).toEqual({ type: null, value: text });
    expect(await content.chapter(first, 'text')).toEqual({
      type: 'text/plain; charset=utf-8',
      value: 'Teachers learn & share',
    });
    const html = await content.chapter(first, 'html');
    expect(html.type).toBe('text/html; charset=utf-8');
    expect(html.value).toContain('<html lang="en">');
    expect(html.value).toContain('Teachers <strong>learn</strong> &amp; share');
    expect(await content.chapter(first, 'markdown')).toEqual({
      type: 'text/markdown; charset=utf-8',
      value: 'Teachers **learn** & share\n',
    });
  });
  it('[U6] that can’t be read is refused, never empty', async () => {
    const { content, first, texts } = await withText();
    texts.unreadable.add(first);
    await expect(content.chapter(first, 'text')).rejects.toMatchObject({ code: 'document-unreadable' });
  });
});

describe('a whole output for reading', () => {
  it('has the texts in order, without archived chapters; one that can’t be read is marked, not left out', async () => {
    const { content, outputs, output, first, second, third, text, texts } = await withText();
    await outputs.editChapter(admin, third, { archived: true });
    texts.unreadable.add(second);
    const read = await content.output(admin, output.id);
    expect(read.map(({ chapterId }) => chapterId)).toEqual(
      output.chapters.map(({ id }) => id).filter((id) => id !== third),
    );
    expect(read[0]).toEqual({
      chapterId: first,
      title: output.chapters[0]?.title,
      language: 'en',
      document: text,
    });
    expect(read[1]).toMatchObject({ chapterId: second, document: null });
  });
  it('[P1] has only the chapters the person may read', async () => {
    const { content, output, second } = await withText();
    const read = await content.output(
      withRole('reader', { outputId: output.id, chapterId: second }),
      output.id,
    );
    expect(read.map(({ chapterId }) => chapterId)).toEqual([second]);
  });
});

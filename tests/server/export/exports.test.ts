import { figure, heading, note, noteMark, paragraph, table } from '@accord/shared/manuscript/build';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { Output, StoredImage } from '@accord/shared/outputs/outputs';
import type { AuditEntry } from '@accord/shared/people/administration';
import type { Version } from '@accord/shared/versions/versions';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { change } from '../../sync/writing';
import { all, openDocx, paragraphs } from '../docx/opened';
import { reviewedChapter, words } from '../suggestions/reviewed-chapter';
import type { Visitor } from '../workspace';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function file(visitor: Visitor, path: string) {
  const reply = await fetch(`${visitor.url}${path}`, { headers: { cookie: visitor.cookie ?? '' } });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    disposition: reply.headers.get('content-disposition'),
    bytes,
    text: new TextDecoder().decode(bytes),
    docx: () => openDocx(bytes),
  };
}

async function upload(visitor: Visitor, chapterId: string, format: 'png' | 'webp'): Promise<StoredImage> {
  const image = sharp({ create: { width: 60, height: 30, channels: 3, background: 'teal' } });
  const reply = await fetch(`${visitor.url}/api/chapters/${chapterId}/images`, {
    method: 'POST',
    headers: { cookie: visitor.cookie ?? '', origin: visitor.url, 'content-type': `image/${format}` },
    body: new Uint8Array(await image.toFormat(format).toBuffer()),
  });
  return (await reply.json()) as StoredImage;
}

/** A chapter with an image, a footnote and a table, and a suggestion nobody has decided. */
async function illustrated(format: 'png' | 'webp' = 'webp') {
  const chapter = await reviewedChapter();
  const { author, chapterId, writer, reviewer, suggest } = chapter;
  const image = await upload(author, chapterId, format);
  const blocks = [
    heading(2, 'Herons'),
    paragraph(['They fish.', noteMark('n1')]),
    figure({ ...image, alt: 'A heron' }, 'At dawn.'),
    table(['Bird', 'Where'], ['Heron', 'Reeds']),
    note('n1', 'At noon they rest.'),
  ];
  const before = writer.last('durable')?.n ?? 0;
  writer.update(
    change(writer.doc, (text) => {
      text.delete(0, text.length);
      text.insert(0, blocksToYjs(blocks));
    }),
  );
  await writer.durable(before + 1);
  const second = String(blocks[1]?.attrs?.id);
  await suggest(reviewer, [words(second, 5, 9, 'perhaps dance')]);
  const exported = (visitor: Visitor, wanted: string) =>
    file(visitor, `/api/chapters/${chapterId}/export?format=${wanted}`);
  return { ...chapter, image, exported };
}

/** What the audit log has of exports, newest first. */
const noted = async (root: Visitor) =>
  (await root.ask<AuditEntry[]>('GET', '/api/audit?limit=50')).body
    .filter(({ what }) => what === 'exported')
    .map(({ personId, subject, detail }) => ({ personId, subject, detail }));

describe('[V8] a chapter to take along', () => {
  it('[S11] is a page that needs nothing else, of the text as it is', async () => {
    const { exported, reader } = await illustrated();
    const { type, disposition, text } = await exported(reader, 'html');
    expect(type).toBe('text/html; charset=utf-8');
    expect(disposition).toMatch(/^attachment; filename="[\w .()-]+\.html"; filename\*=UTF-8''\S+\.html$/);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('They fish.');
    expect(text).toMatch(/<h1[^>]*>[^<]+<\/h1>[\s\S]*<h2[^>]*>Herons<\/h2>/);
    expect(text).toMatch(/<img src="data:image\/webp;base64,[^"]+" alt="A heron"/);
    expect(text).toContain('<figcaption>At dawn.</figcaption>');
    expect(text).not.toContain('dance');
    // Nothing is fetched from anywhere: addresses are in the file, or in the document.
    expect([...text.matchAll(/(?:src|href)="(?!data:|#)([^"]*)"/g)].map(([, address]) => address)).toEqual(
      [],
    );
    expect(text).not.toMatch(/@import|url\(/);
    expect(text).toContain(`default-src 'none'`);
  });

  it('[S11] is Markdown with its images at the end', async () => {
    const { exported, reader } = await illustrated();
    const { type, disposition, text } = await exported(reader, 'markdown');
    expect(type).toBe('text/markdown; charset=utf-8');
    expect(disposition).toContain('.md"');
    expect(text).toMatch(/^# .+\n/);
    expect(text).toContain('## Herons\n\nThey fish.[^1]');
    expect(text).toContain('![A heron][image-1]');
    expect(text).toMatch(/\n\[image-1\]: data:image\/webp;base64,\S+\n$/);
    expect(text).not.toContain('dance');
  });

  it('[S11] is a Word document with its images, also by the way of reading', async () => {
    const { exported, reader, chapterId } = await illustrated();
    const { type, disposition, docx } = await exported(reader, 'docx');
    expect(type).toBe(DOCX);
    expect(disposition).toContain('.docx"');
    const opened = docx();
    expect(paragraphs(opened).map(([, text]) => text)).toEqual(
      expect.arrayContaining(['Herons', 'They fish.', 'At dawn.', 'Reeds']),
    );
    expect(opened.source('word/document.xml')).not.toContain('dance');
    expect(all(opened.part('word/document.xml'), 'wp:docPr')[0]?.getAttribute('descr')).toBe('A heron');
    const [image = ''] = /media\/\w+\.png/.exec(opened.source('word/_rels/document.xml.rels')) ?? [];
    expect(opened.source(`word/${image}`)).toContain('IHDR');
    const read = await file(reader, `/api/chapters/${chapterId}/content?format=docx`);
    expect([read.status, read.type]).toEqual([200, DOCX]);
    expect(read.docx().source('word/document.xml')).toContain('They fish.');
  });

  it('[P1] shows no image of an output the person may not read, but says that one is missing', async () => {
    const { root, chapterId, image, person, writer } = await illustrated();
    const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
    const other = outputs[1]?.chapters[0]?.id ?? '';
    const foreign = await upload(root, other, 'png');
    const before = writer.last('durable')?.n ?? 0;
    writer.update(
      change(writer.doc, (text) =>
        text.insert(0, blocksToYjs([figure({ ...foreign, alt: 'Secret plan' }, 'Copied.')])),
      ),
    );
    await writer.durable(before + 1);
    const guest = await person({
      email: 'guest@example.org',
      grants: [{ role: 'reader', outputId: outputs[0]?.id ?? '', chapterId: null, language: null }],
    });
    const at = `/api/chapters/${chapterId}/export?format=html`;
    const { text } = await file(guest, at);
    expect(text).toContain('[Image missing: Secret plan]');
    expect(text.match(/<img /g)).toHaveLength(1);
    expect((await file(root, at)).text.match(/<img /g)).toHaveLength(2);
    expect(image.id).not.toBe(foreign.id);
  });

  it('[P8] is noted in the audit log, by whom and as what; what came to nothing is not', async () => {
    const { exported, reader, root, chapterId } = await illustrated();
    await exported(reader, 'docx');
    await exported(reader, 'markdown');
    expect((await exported(reader, 'pdf')).status).toBe(422);
    expect(await noted(root)).toEqual([
      { personId: reader.id, subject: chapterId, detail: { format: 'markdown' } },
      { personId: reader.id, subject: chapterId, detail: { format: 'docx' } },
    ]);
  });

  it('is refused in a format nobody knows, and to who may not read the chapter', async () => {
    const { exported, reader, person, url, chapterId } = await illustrated();
    for (const wanted of ['pdf', '', 'json', 'html&format=docx']) {
      const { status, text } = await exported(reader, wanted);
      expect([status, JSON.parse(text).code]).toEqual([422, 'invalid-input']);
    }
    const nobody = await person({ email: 'nobody@example.org', grants: [] });
    expect((await exported(nobody, 'docx')).status).toBe(404);
    expect((await fetch(`${url}/api/chapters/${chapterId}/export?format=html`)).status).toBe(401);
  });
});

describe('[V8] a version to take along', () => {
  it('holds the text it was taken of, and says which it is', async () => {
    const { author, root, reader, chapterId, otherChapterId, type, person } = await reviewedChapter();
    const { body: version } = await author.ask<Version>('POST', `/api/chapters/${chapterId}/versions`, {
      name: 'Before *the* seminar',
    });
    await type(0, 0, 5, 'Noisy');
    const at = `/api/chapters/${chapterId}/versions/${version.id}/export`;
    const html = await file(reader, `${at}?format=html`);
    expect(html.text).toContain('Quiet herons');
    expect(html.text).not.toContain('Noisy');
    expect(html.text).toContain('Before *the* seminar');
    expect(html.text).toContain('Version of 24 November 2026 at 09:00 UTC');
    expect((await file(reader, `${at}?format=markdown`)).text).toContain('*Before \\*the\\* seminar*');
    const word = (await file(reader, `${at}?format=docx`)).docx();
    expect(paragraphs(word)).toContainEqual([null, 'Quiet herons wait in the reeds.']);
    expect((await noted(root))[0]).toEqual({
      personId: reader.id,
      subject: chapterId,
      detail: { format: 'docx', version: version.id },
    });
    const read = (visitor: Visitor) => file(visitor, `/api/versions/${version.id}/content?format=docx`);
    expect(paragraphs((await read(reader)).docx())).toEqual(paragraphs(word));
    const nobody = await person({ email: 'nobody@example.org', grants: [] });
    expect((await read(nobody)).status).toBe(404);
    // A version of one chapter is none of another.
    expect((await file(reader, at.replace(chapterId, otherChapterId).concat('?format=html'))).status).toBe(
      404,
    );
  });
});

describe('a whole output to take along', () => {
  it('has the chapters the person may read, in order, with title and contents', async () => {
    const { root, reader, person, chapterId } = await illustrated();
    const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
    const output = outputs[0] as Output;
    const titles = output.chapters.map(({ title }) => title);
    const at = `/api/outputs/${output.id}/export?format=`;
    const page = await file(reader, `${at}html`);
    const heads = [...page.text.matchAll(/<h2 id="c\d+">([^<]+)<\/h2>/g)].map(([, title]) => title);
    expect(heads).toEqual(titles.map((title) => title.replaceAll('&', '&amp;')));
    const ids = new Set([...page.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const places = [...page.text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(places.filter((id) => !ids.has(id))).toEqual([]);
    expect((await file(reader, `${at}markdown`)).text).toContain('They fish.[^1-1]');
    const word = (await file(reader, `${at}docx`)).docx();
    expect(
      paragraphs(word)
        .filter(([style]) => style === 'Heading1')
        .map(([, text]) => text),
    ).toEqual(titles);

    const few = await person({
      email: 'few@example.org',
      grants: [{ role: 'reader', outputId: output.id, chapterId, language: null }],
    });
    const own = (await file(few, `${at}docx`)).docx();
    expect(
      paragraphs(own)
        .filter(([style]) => style === 'Heading1')
        .map(([, text]) => text),
    ).toEqual([output.chapters.find(({ id }) => id === chapterId)?.title]);
    expect((await noted(root))[0]).toMatchObject({ subject: output.id, detail: { format: 'docx' } });
  });
});

it('an output without chapters is a file too', async () => {
  const { root } = await reviewedChapter();
  const { body: output } = await root.ask<Output>('POST', '/api/outputs', {
    kind: 'brochure',
    title: 'Nothing yet',
    coordinatorCountry: 'FI',
    template: false,
  });
  for (const format of ['html', 'markdown', 'docx'])
    expect((await file(root, `/api/outputs/${output.id}/export?format=${format}`)).status).toBe(200);
});

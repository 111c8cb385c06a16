import {
  bold,
  document,
  italic,
  link,
  note,
  noteMark,
  paragraph,
  table,
} from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { renderHtml, renderHtmlPage } from '@accord/shared/manuscript/render-html';
import { renderMarkdown } from '@accord/shared/manuscript/render-markdown';
import { renderText } from '@accord/shared/manuscript/render-text';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { goldenChapter } from './golden-chapter';

const text = (value: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text: value,
  marks,
});
const html = (...content: NodeJson[]): string => renderHtml({ type: 'doc', content }, { language: 'en' });

describe('a chapter with one of everything', () => {
  it('fits the schema, as the builder makes it', () => {
    expect(() => Node.fromJSON(manuscriptSchema, goldenChapter()).check()).not.toThrow();
  });
  it('reads as plain text', async () => {
    await expect(renderText(goldenChapter())).toMatchFileSnapshot('fixtures/chapter.txt');
  });
  it('reads as HTML', async () => {
    const page = renderHtmlPage(goldenChapter(), { title: 'Schools & <more>', language: 'en' });
    await expect(
      page.replace(/(<\/(?:h1|p|ul|ol|aside|blockquote|div|figure|pre|tr|li)>|<hr>)/g, '$1\n'),
    ).toMatchFileSnapshot('fixtures/chapter.html');
  });
  it('reads as Markdown', async () => {
    await expect(renderMarkdown(goldenChapter())).toMatchFileSnapshot('fixtures/chapter.md');
  });
});

describe('footnotes', () => {
  const doc = document(
    paragraph(['a', noteMark('x'), 'b', noteMark('y'), 'c', noteMark('x'), noteMark('gone')]),
    note('y', 'second'),
    note('x', 'first'),
    note('nobody', 'unused'),
  );
  it('are numbered in the order of their marks, listed in that order, and none is lost', () => {
    expect(renderText(doc)).toBe('a[1]b[2]c[1][3]\n\n[1] first\n[2] second\n[4] unused');
  });
  it('lead from the mark to the note and back; a mark without a note leads nowhere', () => {
    const rendered = renderHtml(doc, { language: 'fi', prefix: 'c1-' });
    expect(rendered).toContain('<a href="#c1-note-1" id="c1-note-mark-1">1</a>');
    expect(rendered).toContain(
      '<li id="c1-note-1" value="1"><p>first <a class="note-back" href="#c1-note-mark-1"',
    );
    expect(rendered).toContain('<sup class="note-mark"><span id="c1-note-mark-3">3</span></sup>');
    expect(rendered).toContain('aria-label="Alaviitteet"');
  });
  it('of Markdown keep their numbers', () => {
    expect(renderMarkdown(doc)).toContain('a[^1]b[^2]c[^1][^3]');
  });
});

describe('tables', () => {
  it('with merged cells keep their spans and header scopes', () => {
    const rendered = html(
      table(['A', { cell: 'B', across: 2 }], [{ cell: 'x', down: 2 }, 'y', 'z'], ['v', 'w']),
    );
    expect(rendered).toContain('<th colspan="2" scope="colgroup">');
    expect(rendered).toContain('<td rowspan="2">');
    expect(rendered.match(/<thead>/g)).toHaveLength(1);
  });
  it('whose header reaches down into the body have no separate head', () => {
    const rendered = html(table([{ cell: 'A', down: 2 }, 'B'], ['x']));
    expect(rendered).not.toContain('<thead>');
    expect(rendered).toContain('<th rowspan="2" scope="rowgroup">');
  });
});

describe('[K8] attributes written by a raw Yjs client', () => {
  it.each([
    'javascript:alert(1)',
    ' jAvAsCrIpT:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    '//evil.example/x',
    7,
    null,
    { toString: () => 'https://example.org' },
  ])('link to %j is text only', (href) => {
    const doc = document(paragraph([text('here', { type: 'link', attrs: { href } }) as NodeJson]));
    expect(renderHtml(doc, { language: 'en' })).toMatch(/^<p id="[^"]+">here<\/p>$/);
    expect(renderMarkdown(doc)).toBe('here\n');
  });
  it('an address can’t break out of its attribute or of Markdown’s brackets', () => {
    const doc = document(paragraph([link('here', 'https://example.org/"><script>alert(1)</script>)(')]));
    expect(renderHtml(doc, { language: 'en' })).not.toContain('<script');
    expect(renderMarkdown(doc)).toMatch(/^\[here\]\(https:\/\/example\.org\/[^()<>"\s]*\)\n$/);
  });
  it.each([
    'https://evil.example/pixel.png',
    'javascript:alert(1)',
    '/api/images/../people',
    '//evil.example/a',
    'x" onerror="alert(1)',
  ])('a figure from %j shows its text instead', (src) => {
    const rendered = html({
      type: 'figure',
      attrs: { src, alt: '<b>alt</b>', onerror: 'alert(1)', style: 'x' },
    });
    expect(rendered).toBe('<figure><p class="missing-image">[&lt;b&gt;alt&lt;/b&gt;]</p></figure>');
  });
  it('class, style, events, wrong levels, spans and ids are left out', () => {
    const attrs = {
      class: 'x',
      style: 'position:fixed',
      onclick: 'alert(1)',
      id: '"><script>',
      level: 99,
      kind: 'x" y="',
    };
    expect(html({ type: 'heading', attrs, content: [text('T')] })).toBe('<h1>T</h1>');
    expect(html({ type: 'callout', attrs, content: [] })).toBe(
      '<div class="callout callout-note" role="note"><p class="callout-label">Note</p></div>',
    );
    const cell = { type: 'tableCell', attrs: { colspan: 1e9, rowspan: '2" onclick="x' }, content: [] };
    expect(html({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] })).toContain('<td></td>');
  });
  it('text is never markup', () => {
    const doc = document(paragraph('<img src=x onerror=alert(1)> &lt; **not bold** [a](javascript:b) # no'));
    expect(renderHtml(doc, { language: 'en' })).toContain('&lt;img src=x onerror=alert(1)&gt; &amp;lt;');
    expect(renderMarkdown(doc)).toBe(
      '\\<img src=x onerror=alert(1)> \\&lt; \\*\\*not bold\\*\\* \\[a\\](javascript:b) # no\n',
    );
  });
  it('names of what every object inherits are unknown types like any other', () => {
    const hostile = ['constructor', '__proto__', 'toString', 'hasOwnProperty'].map((type) => ({
      type,
      content: [text('w', { type }), { type: 'paragraph', content: [text(type)] }],
    }));
    expect(html(...hostile)).toBe(hostile.map(({ type }) => `<p>w</p><p>${type}</p>`).join(''));
  });
  it('[X3] nesting a thousand deep is flattened, not followed', () => {
    let deep: NodeJson = paragraph('at the bottom');
    for (let level = 0; level < 5000; level += 1) deep = { type: 'blockquote', content: [deep] };
    for (const rendered of [
      html(deep),
      renderText({ type: 'doc', content: [deep] }),
      renderMarkdown({ type: 'doc', content: [deep] }),
    ]) {
      expect(rendered).toContain('at the bottom');
    }
  });
});

describe('marks', () => {
  it('that neighbours share go into one element', () => {
    const link1 = { type: 'link', attrs: { href: 'https://example.org/' } };
    expect(
      html({ type: 'paragraph', content: [text('a', link1), text('b', link1, { type: 'bold' }), text('c')] }),
    ).toBe('<p><a href="https://example.org/" rel="noopener noreferrer">a<strong>b</strong></a>c</p>');
  });
  it('of Markdown don’t swallow lines or spaces', () => {
    const doc = document(paragraph([bold('one\ntwo '), italic(' three')]));
    expect(renderMarkdown(doc)).toBe('**one two**  *three*\n');
  });
});

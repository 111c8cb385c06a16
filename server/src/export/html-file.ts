import { outlineOf } from '@accord/shared/manuscript/blocks';
import { cleanDocument } from '@accord/shared/manuscript/clean';
import { EXPORT_WORDS, missingImage } from '@accord/shared/manuscript/export-words';
import { element, escapeHtml, type Markup, writeHtml } from '@accord/shared/manuscript/markup';
import { withImages } from '@accord/shared/manuscript/markup-images';
import { renderMarkup } from '@accord/shared/manuscript/render-html';
import { HTML_STYLE } from './html-style';
import type { ExportedChapter, ExportedText } from './manuscript-file';
import { dataUrl, type Pictures } from './pictures';

/** A page that is whole in itself: its look and its images are in it, and it may load nothing from anywhere. */
export function htmlFile(
  { title, language, lines, book, chapters }: ExportedText,
  pictures: Pictures,
): string {
  const under = lines.map((line) => element('p', { class: 'line' }, [line]));
  const parts = chapters.map((chapter, index) => section(chapter, index, book, under, pictures));
  const body: Markup[] = book
    ? [element('header', {}, [element('h1', {}, [title]), ...under]), contents(chapters, language), ...parts]
    : parts;
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">\n` +
    // What people wrote runs nothing and fetches nothing, wherever the file is opened.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title>${escapeHtml(title)}</title>\n<style>${HTML_STYLE}</style></head>\n` +
    `<body><main>\n${writeHtml(body)}\n</main></body></html>\n`
  );
}

const prefixOf = (index: number): string => `c${index + 1}-`;
const anchorOf = (index: number): string => `c${index + 1}`;

function section(
  { title, language, document }: ExportedChapter,
  index: number,
  book: boolean,
  under: readonly Markup[],
  pictures: Pictures,
): Markup {
  const level = book ? 2 : 1;
  const head = element(`h${level}`, { id: anchorOf(index) }, [title]);
  const markup = document
    ? renderMarkup(document, {
        language,
        prefix: prefixOf(index),
        // The chapter's highest headings stand right below its title.
        headingShift: level + 1 - Math.min(...outlineOf(document).map((entry) => entry.level), 4),
      })
    : [element('p', { class: 'missing-image' }, [EXPORT_WORDS[language].unreadable])];
  const shown = withImages(
    markup,
    (src) => {
      const picture = pictures.get(src);
      return picture ? dataUrl(picture) : null;
    },
    (alt) => missingImage(language, alt),
  );
  return element('section', { lang: language }, [head, ...(book ? [] : under), ...shown]);
}

function contents(chapters: readonly ExportedChapter[], language: ExportedText['language']): Markup {
  const items = chapters.map(({ title, document, language: own }, index) => {
    const outline = document ? outlineOf(cleanDocument(document)) : [];
    const named = outline.filter(({ id, text }) => id !== null && text !== '');
    const highest = Math.min(...named.map(({ level }) => level));
    const inner = named
      .filter(({ level }) => level === highest)
      .map(({ id, text }) => element('li', {}, [element('a', { href: `#${prefixOf(index)}${id}` }, [text])]));
    const link = element('a', { href: `#${anchorOf(index)}` }, [title]);
    return element('li', { lang: own }, inner.length > 0 ? [link, element('ul', {}, inner)] : [link]);
  });
  const { contents: label } = EXPORT_WORDS[language];
  return element('nav', { 'aria-label': label }, [
    element('p', { class: 'contents' }, [label]),
    element('ol', {}, items),
  ]);
}

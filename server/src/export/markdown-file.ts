import { outlineOf } from '@accord/shared/manuscript/blocks';
import { EXPORT_WORDS } from '@accord/shared/manuscript/export-words';
import { renderMarkdown } from '@accord/shared/manuscript/render-markdown';
import type { ExportedText } from './manuscript-file';
import { dataUrl, type Pictures } from './pictures';

/**
 * One file of Markdown. Its images are in it, each under a label at the very end, so that the text above can be read and
 * nothing has to be fetched from where one must be signed in.
 */
export function markdownFile({ title, lines, book, chapters }: ExportedText, pictures: Pictures): string {
  const images = new Map(
    [...pictures].map(
      ([src, picture], index) => [src, { label: `image-${index + 1}`, url: dataUrl(picture) }] as const,
    ),
  );
  const under = lines.length > 0 ? [lines.map((line) => `*${escaped(line)}*`).join('  \n')] : [];
  const parts = chapters.flatMap(({ title: own, language, document }, index) => {
    const level = book ? 2 : 1;
    const head = `${'#'.repeat(level)} ${escaped(own)}`;
    const text = document
      ? renderMarkdown(document, {
          language,
          images,
          headingShift: level + 1 - Math.min(...outlineOf(document).map((entry) => entry.level), 4),
          notePrefix: book ? `${index + 1}-` : '',
        }).trimEnd()
      : `*${escaped(EXPORT_WORDS[language].unreadable)}*`;
    return [head, ...(book ? [] : under), text];
  });
  const labels = [...images.values()].map(({ label, url }) => `[${label}]: ${url}`).join('\n');
  const all = [...(book ? [`# ${escaped(title)}`, ...under] : []), ...parts, labels];
  return `${all.filter((part) => part !== '').join('\n\n')}\n`;
}

/** One line of plain text in which nothing is taken for a sign of Markdown. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]|&(?=#?\w+;)/g, (sign) => `\\${sign}`);

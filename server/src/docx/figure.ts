import type { Language } from '@accord/shared/access/role';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { missingImage } from '@accord/shared/manuscript/export-words';
import { ImageRun, type IParagraphOptions, type Paragraph, type ParagraphChild } from 'docx';
import { textRuns } from './inline';
import type { Place, Writing } from './writing';
import { xmlText } from './xml-text';

/** Twentieths of a point in a pixel of 96 to the inch. */
const PIXEL = 15;
/** Pixels; so that an image and its caption fit on a page. */
const MOST_HEIGHT = 780;

/** The image of a figure with its alternative text, or a line that says that it is missing; then its caption. */
export function figureBlocks(
  node: NodeJson,
  caption: readonly ParagraphChild[],
  around: {
    readonly place: Place;
    readonly language: Language;
    readonly writing: Writing;
    readonly paragraph: (
      children: readonly ParagraphChild[],
      options: Omit<IParagraphOptions, 'children'>,
    ) => Paragraph;
  },
): Paragraph[] {
  const { place, language, writing, paragraph } = around;
  const { src, alt } = node.attrs as { src: string | null; alt: string };
  const picture = src === null ? undefined : writing.pictures.get(src);
  const image = () => {
    if (!picture) return textRuns(missingImage(language, alt), { italics: true });
    const id = writing.nextDrawing();
    return [
      new ImageRun({
        type: picture.type,
        data: picture.bytes,
        transformation: fitting(picture, (place.width - place.left) / PIXEL),
        altText: { id: String(id), name: `${id}`, description: xmlText(alt) },
      }),
    ];
  };
  const keepNext = caption.length > 0;
  return [
    paragraph(image(), { style: 'Figure', keepNext }),
    ...(keepNext ? [paragraph(caption, { style: 'Caption' })] : []),
  ];
}

/** The size in pixels at which the picture fits, never larger than it is. */
function fitting({ width, height }: { width: number; height: number }, most: number) {
  const scale = Math.min(1, Math.max(most, 20) / width, MOST_HEIGHT / height);
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

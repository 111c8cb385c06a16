import { Buffer } from 'node:buffer';
import { walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { isOwnImage } from '@accord/shared/manuscript/safe';
import sharp from 'sharp';
import type { DocxPicture } from '../docx/writing';

/** An image as it is stored. */
export interface StoredPicture {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** By the address in the text; what can't be had, or not by this person, is not among them. */
export type Pictures = ReadonlyMap<string, StoredPicture>;

/** Fetches the images that texts show, each once. */
export async function picturesOf(
  documents: readonly NodeJson[],
  read: (imageId: string) => Promise<StoredPicture | null>,
): Promise<Pictures> {
  const wanted = new Set<string>();
  for (const document of documents) {
    walk(document, ({ type, attrs }) => {
      if (type === 'figure' && isOwnImage(attrs?.src)) wanted.add(attrs.src);
    });
  }
  const found = new Map<string, StoredPicture>();
  for (const src of wanted) {
    const picture = await read(src.slice(src.lastIndexOf('/') + 1));
    if (picture) found.set(src, picture);
  }
  return found;
}

export const dataUrl = ({ type, bytes }: StoredPicture): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** The same for Word, which knows no WebP. */
export async function docxPictures(pictures: Pictures): Promise<Map<string, DocxPicture>> {
  const made = new Map<string, DocxPicture>();
  for (const [src, { type, bytes, width, height }] of pictures) {
    made.set(src, {
      type: type === 'image/jpeg' ? 'jpg' : 'png',
      bytes: type === 'image/webp' ? await sharp(bytes).png().toBuffer() : bytes,
      width,
      height,
    });
  }
  return made;
}

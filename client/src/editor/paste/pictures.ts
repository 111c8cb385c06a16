import { isOwnImage } from '@accord/shared/manuscript/safe';
import { styleOf } from './dom';

/** Up to this many pixels on both sides a picture is an icon of the page it came from, not content. */
const ICON = 32;

export type PastedPicture =
  | { readonly kind: 'own'; readonly src: string }
  | { readonly kind: 'emoji'; readonly text: string }
  | { readonly kind: 'icon' }
  | { readonly kind: 'pixel' }
  /** Can't be fetched from here (a local file, another site): the person is asked for the file. */
  | { readonly kind: 'missing'; readonly data: string | null };

/**
 * Says what a pasted `<img>` is and whether it can be taken along.
 * @param origin of this workspace: browsers copy addresses in full
 */
export function judgePicture(image: Element, origin: string): PastedPicture {
  const address = (image.getAttribute('src') ?? '').trim();
  const src = origin !== '' && address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  const alt = altOf(image);
  // Only pictures this workspace keeps itself can be shown as they are.
  if (isOwnImage(src)) return { kind: 'own', src };
  if (/^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Component}]*$/u.test(alt)) {
    return { kind: 'emoji', text: alt };
  }
  const { width, height } = sizeOf(image);
  if (width !== null && height !== null) {
    if (width <= 2 && height <= 2) return { kind: 'pixel' };
    if (width <= ICON && height <= ICON) return { kind: 'icon' };
  }
  return { kind: 'missing', data: /^data:image\/(png|jpeg|gif|webp);base64,/i.test(src) ? src : null };
}

/** The picture's description; file names and Word's machine-made ones are no description. */
export function altOf(image: Element): string {
  const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim().slice(0, 1_000);
  const machine =
    /^[\w-]+\.(png|jpe?g|gif|webp|svg|bmp|tiff?)$/i.test(alt) ||
    /^(image|picture|bild|kuva|immagine)\s*\d*$/i.test(alt);
  return machine ? '' : alt;
}

/** Width and height in CSS pixels where the source says them. */
export function sizeOf(image: Element): { width: number | null; height: number | null } {
  return { width: lengthOf(image, 'width'), height: lengthOf(image, 'height') };
}

function lengthOf(image: Element, side: 'width' | 'height'): number | null {
  const found = /^(\d+(?:\.\d+)?)(px|pt|in|cm)?$/.exec(
    styleOf(image, side) || (image.getAttribute(side) ?? '').trim(),
  );
  if (!found?.[1]) return null;
  const pixels = Number(found[1]) * ({ pt: 4 / 3, in: 96, cm: 37.8 }[found[2] ?? ''] ?? 1);
  return pixels > 0 && pixels < 20_000 ? Math.round(pixels) : null;
}

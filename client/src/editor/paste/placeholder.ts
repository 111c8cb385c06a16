import { altOf, type PastedPicture, sizeOf } from './pictures';

/** The figure for a picture: with the picture where it is our own, else waiting for its file, by name where known. */
export function figureFor(
  image: Element,
  picture: Exclude<PastedPicture, { kind: 'icon' | 'pixel' | 'emoji' }>,
  document: Document,
): Element {
  const figure = document.createElement('figure');
  const shown = document.createElement('img');
  if (picture.kind === 'own') {
    const { width, height } = sizeOf(image);
    shown.setAttribute('src', picture.src);
    if (width) shown.setAttribute('width', String(width));
    if (height) shown.setAttribute('height', String(height));
  } else figure.setAttribute('data-pending', fileName(image.getAttribute('src') ?? ''));
  const alt = altOf(image);
  if (alt) shown.setAttribute('alt', alt);
  figure.append(shown, document.createElement('figcaption'));
  return figure;
}

/** A name to ask for: the last part of the address, without what follows `?`; long and data addresses have none. */
function fileName(src: string): string {
  if (/^(data|blob|cid):/i.test(src)) return '';
  const last = /([^/\\?#]+)(?:[?#].*)?$/.exec(src)?.[1] ?? '';
  try {
    const name = decodeURIComponent(last);
    return /\.(png|jpe?g|gif|webp|bmp|tiff?|emf|wmf|avif)$/i.test(name) ? name.slice(0, 120) : '';
  } catch {
    return '';
  }
}

import { Failure } from '@accord/shared/kernel/failure';
import sharp, { type Sharp } from 'sharp';

/** An image as it is kept: of one of three formats, upright, without metadata. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Longest edge of a kept image, in pixels: a page's width in print at 300 dpi. */
const MAX_EDGE = 2400;
/** Most pixels a file may unfold to: more than any camera's, less than what a small file can be made to claim. */
const MAX_PIXELS = 64_000_000;
const MAX_SECONDS = 30;
/** Images decoded at once; each may take some hundred megabytes for a moment. */
const AT_ONCE = 2;

type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

/** The formats taken, told by the first bytes of a file; its name and declared type count for nothing. */
function formatOf(file: Uint8Array): Format | null {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 32)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8))) return 'avif';
  return null;
}

/**
 * Decodes an image file and encodes it anew: turned upright as its camera noted, at most 2400 pixels on the longer edge,
 * in sRGB. What else the file carried (place, camera, thumbnails, another file behind the image) does not come along.
 * Of an animation the first picture is kept: a document can't be read, nor printed, while it moves.
 * @throws Failure('unsupported-media') for anything but PNG, JPEG, WebP, GIF and AVIF (an SVG may carry scripts)
 * @throws Failure('unreadable-image') for a damaged or truncated file, or one that unfolds to too many pixels
 */
export async function reencode(file: Uint8Array): Promise<Picture> {
  const format = formatOf(file);
  if (!format) throw new Failure('unsupported-media', 'Only PNG, JPEG, WebP, GIF and AVIF images are taken.');
  return turn(async () => {
    try {
      const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 } as const;
      const found = await sharp(file, options).metadata();
      if (found.format !== (format === 'avif' ? 'heif' : format)) throw new Error(`It is ${found.format}`);
      const upright = sharp(file, options)
        .autoOrient()
        .resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
        .timeout({ seconds: MAX_SECONDS });
      const { data, info } = await encode(upright, format).toBuffer({ resolveWithObject: true });
      return { bytes: data, type: TYPES[format], width: info.width, height: info.height };
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
      throw new Failure('unreadable-image', `The image can not be read: ${why}`, { cause });
    }
  });
}

/** Every browser shows these; a GIF's few colours stay sharp as PNG, AVIF takes seconds to encode. */
const TYPES: Record<Format, Picture['type']> = {
  png: 'image/png',
  gif: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/webp',
};

function encode(image: Sharp, format: Format): Sharp {
  switch (TYPES[format]) {
    case 'image/png':
      return image.png({ compressionLevel: 9 });
    case 'image/jpeg':
      return image.jpeg({ quality: 86, mozjpeg: true });
    case 'image/webp':
      return image.webp({ quality: 86 });
  }
}

let running = 0;
const queue: (() => void)[] = [];

/** Runs `work` when fewer than two others run. */
async function turn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => queue.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running--;
  }
}

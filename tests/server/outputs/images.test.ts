import { createImages } from '@accord/server/outputs/images';
import { reencode } from '@accord/server/outputs/picture';
import { openStorage } from '@accord/server/storage/open-storage';
import type { Output, StoredImage } from '@accord/shared/outputs/outputs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MovedClock, startWorkspace, type Visitor } from '../workspace';

/** A picture with a red left and a blue right half. */
const drawn = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: 'blue' } },
      left: width / 2,
      top: 0,
    },
  ]);

/** Files of every format taken, with camera and place noted where the format can. */
const FILES: Record<string, () => Promise<Buffer>> = {
  png: () => withPlace(drawn()).png().toBuffer(),
  jpeg: () => withPlace(drawn()).jpeg().toBuffer(),
  webp: () => withPlace(drawn()).webp().toBuffer(),
  gif: () => drawn().gif().toBuffer(),
  avif: () => withPlace(drawn()).avif({ effort: 0 }).toBuffer(),
};
const withPlace = (image: ReturnType<typeof sharp>) =>
  image.withExif({
    IFD0: { Artist: 'Secret Person', Make: 'CameraMaker' },
    IFD3: { GPSLatitude: '60/1 10/1 0/1' },
  });

const codeOf = (file: Uint8Array) =>
  reencode(file).then(
    ({ type }) => type,
    (error) => error.code,
  );

describe('an uploaded image', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/png'],
    ['avif', 'image/webp'],
  ])('that is a %s is kept as %s, the same picture without what its camera noted', async (format, type) => {
    const file = (await FILES[format]?.()) ?? Buffer.alloc(0);
    const kept = await reencode(file);
    expect(kept).toMatchObject({ type, width: 40, height: 20 });
    const found = await sharp(kept.bytes).metadata();
    expect([found.exif, found.xmp, found.iptc, found.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(kept.bytes).includes('Secret Person')).toBe(false);
    const { data, info } = await sharp(kept.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number) => [...data.subarray((10 * info.width + x) * info.channels).subarray(0, 3)];
    expect(pixel(5)[0]).toBeGreaterThan(200);
    expect(pixel(35)[2]).toBeGreaterThan(200);
  });

  it('is turned upright as its camera noted', async () => {
    const file = await drawn().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
    const kept = await reencode(file);
    expect(kept).toMatchObject({ width: 20, height: 40 });
    const { data, info } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true });
    const row = (y: number) => [...data.subarray((y * info.width + 10) * info.channels).subarray(0, 3)];
    expect(row(4)[0]).toBeGreaterThan(200);
    expect(row(36)[2]).toBeGreaterThan(200);
  });

  it('that is large is made 2400 pixels on its longer edge; a small one is not made larger', async () => {
    const large = await drawn(5000, 1000).png().toBuffer();
    expect(await reencode(large)).toMatchObject({ width: 2400, height: 480 });
    expect(await reencode(await drawn(2, 2).png().toBuffer())).toMatchObject({ width: 2, height: 2 });
  });

  it('keeps transparency', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const file = await sharp({ create: { width: 4, height: 4, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const kept = await reencode(file);
    expect((await sharp(kept.bytes).stats()).isOpaque).toBe(false);
  });

  it('that moves is kept as its first picture', async () => {
    const frames = Buffer.concat([Buffer.alloc(4 * 4 * 3, 255), Buffer.alloc(4 * 4 * 3, 0)]);
    const moving = await sharp(frames, { raw: { width: 4, height: 8, channels: 3, pageHeight: 4 } })
      .gif({ delay: [100, 100], loop: 0 })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    expect(await reencode(moving)).toMatchObject({ type: 'image/png', width: 4, height: 4 });
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG behind an XML declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7 ...'],
    ['a TIFF', 'II*\0........'],
    ['nothing', ''],
    ['a few bytes', '\x89PN'],
  ])('that is %s is refused as no image', async (_, text) => {
    expect(await codeOf(Buffer.from(text, 'latin1'))).toBe('unsupported-media');
  });

  it('with another file behind it, or a script in its notes, loses both (polyglot)', async () => {
    for (const make of Object.values(FILES)) {
      const file = Buffer.concat([await make(), Buffer.from('<script>alert(1)</script>PK\x03\x04evil.zip')]);
      const kept = await reencode(file);
      expect(Buffer.from(kept.bytes).includes('<script>')).toBe(false);
      expect(Buffer.from(kept.bytes).includes('evil.zip')).toBe(false);
    }
    const noted = await drawn()
      .jpeg()
      .withExif({ IFD0: { ImageDescription: '<script>alert(2)</script>' } })
      .toBuffer();
    expect(noted.includes('<script>')).toBe(true);
    expect(Buffer.from((await reencode(noted)).bytes).includes('<script>')).toBe(false);
  });

  it('that only begins like an image can not be read', async () => {
    for (const make of Object.values(FILES)) {
      const start = (await make()).subarray(0, 16);
      const file = Buffer.concat([
        start,
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(20)),
      ]);
      expect(await codeOf(file)).toBe('unreadable-image');
    }
  });

  it('that is cut short can not be read', async () => {
    const noise = Buffer.alloc(200 * 200 * 3).map((_, index) => (index * 7919) >> 4);
    const image = sharp(noise, { raw: { width: 200, height: 200, channels: 3 } });
    for (const file of [
      await image.clone().png().toBuffer(),
      await image.clone().jpeg().toBuffer(),
      await image.clone().webp().toBuffer(),
      await image.clone().avif({ effort: 0 }).toBuffer(),
    ]) {
      expect(await codeOf(file.subarray(0, Math.floor(file.length / 2)))).toBe('unreadable-image');
    }
  });

  it('[X3] that unfolds to too many pixels is refused before it does (bomb)', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'black' } })
      .png({ compressionLevel: 9, palette: true, colours: 2 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await codeOf(bomb)).toBe('unreadable-image');
    // One whose header claims more than its body holds.
    const claims = Buffer.from(await drawn().png().toBuffer());
    claims.writeUInt32BE(0x7fffffff, 16);
    expect(await codeOf(claims)).toBe('unreadable-image');
  });
});

describe('stored images', () => {
  const png = () => FILES.png?.() ?? Promise.reject(new Error('no file'));

  it('come back with where they belong and who brought them', async () => {
    const { log } = await openStorage({ kind: 'memory' });
    const images = createImages({ log, clock: new MovedClock() });
    const stored = await images.store('chapter1', 'person1', await png());
    expect(stored.src).toBe(`/api/images/${stored.id}`);
    const read = await images.read(stored.id);
    expect(read).toMatchObject({
      chapterId: 'chapter1',
      personId: 'person1',
      type: 'image/png',
      width: 40,
      height: 20,
      at: '2026-11-24T09:00:00.000Z',
    });
    expect(read.bytes.length).toBe(stored.bytes);
    await expect(images.read('none')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a file over the limit is refused', async () => {
    const { log } = await openStorage({ kind: 'memory' });
    const images = createImages({ log, clock: new MovedClock() });
    const large = Buffer.concat([await png(), Buffer.alloc(15 * 1024 * 1024)]);
    await expect(images.store('chapter1', 'person1', large)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('[P1] [K6] are uploaded by who may write and seen by who may read the output, over HTTP', async () => {
    const { administrator, person, url } = await startWorkspace();
    const root = await administrator();
    const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
    const [output, other] = outputs;
    const chapterId = output?.chapters[0]?.id ?? '';
    const reader = await person({ email: 'reader@example.org', grants: [grant('reader', output?.id)] });
    const stranger = await person({ email: 'stranger@example.org', grants: [grant('author', other?.id)] });
    const upload = async (who: Visitor, file: Buffer) =>
      fetch(`${url}/api/chapters/${chapterId}/images`, {
        method: 'POST',
        headers: { cookie: who.cookie ?? '', origin: url, 'content-type': 'image/png' },
        body: new Uint8Array(file),
      });
    expect((await upload(reader, await png())).status).toBe(403);
    expect((await upload(stranger, await png())).status).toBe(404);
    const svg = await upload(root, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect([svg.status, ((await svg.json()) as { code: string }).code]).toEqual([415, 'unsupported-media']);
    const reply = await upload(root, await png());
    expect(reply.status).toBe(200);
    const { src } = (await reply.json()) as StoredImage;

    const read = (who: Visitor | null) =>
      fetch(`${url}${src}`, { headers: who ? { cookie: who.cookie ?? '' } : {} });
    const seen = await read(reader);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('image/png');
    expect(seen.headers.get('content-security-policy')).toContain('sandbox');
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await sharp(await seen.arrayBuffer()).metadata()).width).toBe(40);
    expect((await read(stranger)).status).toBe(404);
    expect((await read(null)).status).toBe(401);
  });
});

const grant = (role: 'reader' | 'author', outputId = '') => ({
  role,
  outputId,
  chapterId: null,
  language: null,
});

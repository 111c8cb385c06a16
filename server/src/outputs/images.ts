import { type Actor, decide } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import { Id, newId, Timestamp } from '@accord/shared/kernel/id';
import { MAX_IMAGE_BYTES, readImage, type StoredImage, uploadImage } from '@accord/shared/outputs/outputs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import type { Clock } from '../clock';
import { type BoundEndpoint, bind } from '../http/bind';
import type { UpdateLog } from '../storage/ports';
import { reencode } from './picture';
import type { ChapterSubject, OutputSubject } from './shelf';

/** What is kept in front of an image's bytes: the chapter it belongs to and who brought it. */
const Label = z.object({
  chapterId: Id,
  personId: Id,
  at: Timestamp,
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  width: z.number().int(),
  height: z.number().int(),
});
type Label = z.infer<typeof Label>;

/** A stored image with its label. */
export interface LabelledImage extends Label {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The images of chapters. An image is never changed and never taken away: older versions of the text show it too. */
export interface Images {
  /**
   * Checks, re-encodes and stores an image file, durably. The chapter may still be in the making.
   * @throws Failure('too-large' | 'unsupported-media' | 'unreadable-image')
   */
  store(chapterId: string, personId: string, file: Uint8Array): Promise<StoredImage>;
  /** @throws Failure('not-found') */
  read(imageId: string): Promise<LabelledImage>;
}

/** Opens the images of all chapters; they are blobs of the update log. */
export function createImages({
  log,
  clock,
}: {
  log: Pick<UpdateLog, 'putBlob' | 'getBlob'>;
  clock: Clock;
}): Images {
  return {
    async store(chapterId, personId, file) {
      if (file.length > MAX_IMAGE_BYTES) throw new Failure('too-large', 'The file is too large.');
      const { bytes, type, width, height } = await reencode(file);
      const id = newId();
      const at = new Date(clock.now()).toISOString();
      const label: Label = { chapterId, personId, at, type, width, height };
      await log.putBlob(
        `image/${id}`,
        encoding.encode((encoder) => {
          encoding.writeVarString(encoder, JSON.stringify(label));
          encoding.writeUint8Array(encoder, bytes);
        }),
      );
      return { id, src: `/api/images/${id}`, width, height, bytes: bytes.length };
    },

    async read(imageId) {
      const blob = await log.getBlob(`image/${imageId}`);
      if (!blob) throw new Failure('not-found', 'No such image.');
      const decoder = decoding.createDecoder(blob);
      const label = Label.parse(JSON.parse(decoding.readVarString(decoder)));
      return { ...label, bytes: decoding.readTailAsUint8Array(decoder).slice() };
    },
  };
}

interface Whose {
  chapterSubject(chapterId: string): ChapterSubject | null;
  outputSubject(outputId: string): OutputSubject | null;
}

/**
 * An image, for somebody who may read the output it was uploaded to.
 * @throws Failure('not-found') also where there is one that the person may not see
 */
export async function imageFor(
  actor: Actor,
  imageId: string,
  images: Pick<Images, 'read'>,
  shelf: Whose,
): Promise<LabelledImage> {
  const image = await images.read(imageId);
  const outputId = shelf.chapterSubject(image.chapterId)?.outputId;
  const subject = outputId === undefined ? null : shelf.outputSubject(outputId);
  if (!subject || !decide(actor, 'output.read', subject).allowed) {
    throw new Failure('not-found', 'No such image.');
  }
  return image;
}

/** The HTTP side of images. Whoever may not read the output is told that there is no such image. */
export const imageRoutes = (images: Images, shelf: Whose): BoundEndpoint[] => [
  bind(uploadImage, ({ caller, params, body }) => images.store(params.chapterId, caller.personId, body)),
  bind(readImage, async ({ caller, params, reply }) => {
    const image = await imageFor(caller.actor, params.imageId, images, shelf);
    reply.type(image.type);
    // The bytes of an id never change; only the person's own browser may keep them.
    reply.header('Cache-Control', 'private, max-age=31536000, immutable');
    reply.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    return image.bytes;
  }),
];

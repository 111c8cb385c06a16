import { z } from 'zod';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Makes an unguessable id of `length` characters from a URL-safe alphabet of 64 (6 bits a character). */
export function newId(length = 16): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 63];
  return id;
}

/** Any id the server hands out: opaque, URL-safe, 4 to 64 characters. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{4,64}$/);
export type Id = z.infer<typeof Id>;

/** Stands where a person's id is asked for and the workspace itself acted, e.g. when it wrote a template's text. */
export const WORKSPACE_ID = 'workspace';

/** A point in time as ISO 8601 in UTC, e.g. `2026-11-23T21:16:03.000Z`. */
export const Timestamp = z.iso.datetime();
export type Timestamp = z.infer<typeof Timestamp>;

/** A calendar day without a time, e.g. `2026-11-23`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

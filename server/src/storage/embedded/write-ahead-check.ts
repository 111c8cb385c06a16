/**
 * LevelDB's write-ahead file is where the newest commits stand until LevelDB sorts them away. When it opens, LevelDB drops
 * from it, without a word, whatever has a wrong checksum, and the rest of that 32 KiB block with it: acknowledged text
 * would be gone and nobody told. So the file is read here first. The format is LevelDB's (doc/log_format.md): blocks of
 * 32 KiB, records of a masked CRC-32C, a length and a type, none across a block's end.
 */

const BLOCK = 32 * 1024;
const HEADER = 7;
/** A whole record, or the parts of one that blocks divide. */
const TYPE = { full: 1, first: 2, middle: 3, last: 4 } as const;

/** A stretch of the file that LevelDB would drop, from its first bad byte on. */
export interface Damage {
  readonly from: number;
  readonly to: number;
}

/**
 * Stretches of a write-ahead file that can't be read. An unfinished record at the very end is none: the power went before
 * that commit was acknowledged.
 */
export function findDamage(file: Uint8Array): Damage[] {
  const found: Damage[] = [];
  /** Where the record begins whose later parts are still to come. */
  let unfinished: number | null = null;
  /** Whether parts of a record that lost its beginning may follow; LevelDB drops those too. */
  let orphans = false;
  for (let start = 0; start < file.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, file.length);
    let at = start;
    for (let length = 0; end - at >= HEADER; at += length) {
      length = recordAt(file, at, end);
      if (length === 0) break;
      const type = file[at + 6];
      const continues = type === TYPE.middle || type === TYPE.last;
      if (orphans && continues) found.push({ from: at, to: at + length });
      else orphans = false;
      if (type === TYPE.first) unfinished = at;
      else if (!continues || type === TYPE.last) unfinished = null;
    }
    if (end - at < HEADER) continue;
    if (isZero(file, at, end)) continue;
    if (end === file.length && cutShort(file, at, end)) continue;
    found.push({ from: unfinished ?? at, to: end });
    unfinished = null;
    orphans = true;
  }
  return found;
}

/** Length of the whole, sound record at `at`, header included; 0 when there is none. */
function recordAt(file: Uint8Array, at: number, end: number): number {
  const length = lengthAt(file, at);
  const type = file[at + 6] ?? 0;
  if (type < TYPE.full || type > TYPE.last || at + HEADER + length > end) return 0;
  const stored = new DataView(file.buffer, file.byteOffset + at, 4).getUint32(0, true);
  return masked(crc32c(file, at + 6, at + HEADER + length)) === stored ? HEADER + length : 0;
}

const lengthAt = (file: Uint8Array, at: number): number => (file[at + 4] ?? 0) | ((file[at + 5] ?? 0) << 8);

/** Whether a record starts at `at` that the end of the file cuts off, with nothing sound behind its beginning. */
function cutShort(file: Uint8Array, at: number, end: number): boolean {
  if (at + HEADER + lengthAt(file, at) <= end) return false;
  for (let later = at + HEADER; later + HEADER <= end; later++)
    if (recordAt(file, later, end) > 0) return false;
  return true;
}

function isZero(file: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (file[at] !== 0) return false;
  return true;
}

/** CRC-32C (Castagnoli), reflected polynomial 0x82F63B78. */
function crc32c(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0xffffffff;
  for (let at = from; at < to; at++) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** LevelDB stores checksums rotated and shifted, so that a checksum of checksums stays sound. */
const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;

/** Documents named in damaged stretches, with the highest step named there (0 when none can be read any more). */
export function documentsIn(file: Uint8Array, damage: readonly Damage[]): Map<string, number> {
  const steps = new Map<string, number>();
  for (const { from, to } of damage) {
    const text = Buffer.from(file.buffer, file.byteOffset + from, to - from).toString('latin1');
    for (const [, id = '', seq = '0'] of text.matchAll(
      /d\/([A-Za-z0-9_.:-]{1,128})\/(?:4entry\/(\d{10})|\d)/g,
    )) {
      steps.set(id, Math.max(steps.get(id) ?? 0, Number(seq)));
    }
  }
  return steps;
}

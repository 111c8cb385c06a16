/**
 * Reads which ranges a Yjs V1 update inserts, deletes and refers to, straight from its bytes: no structs are built, nothing is
 * allocated in proportion to numbers the bytes merely claim. Format: yjs `src/utils/encoding.js`, `src/utils/UpdateDecoder.js`.
 *
 * It is stricter than Yjs where Yjs' own readers disagree with each other (a client listed twice, odd info bits, empty structs,
 * bytes after the end): such updates could mean one thing to one replica and another to the next.
 */

/** `[client, clock, length]`: a run of structs or of deletions. */
export type Range = readonly [client: number, clock: number, length: number];

export interface Skim {
  /** Runs of structs, contiguous within a client; a second run of a client comes after a gap the update itself declares. */
  readonly structs: readonly Range[];
  readonly deletes: readonly Range[];
  /** The highest clock of each *other* client that a struct hangs on (origins and parents). */
  readonly needs: ReadonlyMap<number, number>;
  /** How many types (elements, texts) it brings. */
  readonly types: number;
  /** Where the delete set begins; the bytes before it are the structs. */
  readonly deletesAt: number;
}

/** The bytes are no sound V1 update. */
export class MalformedUpdate extends Error {
  override readonly name = 'MalformedUpdate';
}

/** Clocks count characters; nobody types this many. Keeps sums exact. */
const MAX_CLOCK = 2 ** 48;
/** Deepest value in an attribute. Yjs reads them by recursion. */
const MAX_VALUE_DEPTH = 32;

const NO_NEEDS: ReadonlyMap<number, number> = new Map();

/** @throws MalformedUpdate when the bytes are not exactly one sound update */
export function skimUpdate(update: Uint8Array): Skim {
  const cursor = new Cursor(update);
  const structs: Range[] = [];
  const seen = new Set<number>();
  for (let sections = cursor.varUint(); sections > 0; sections--) {
    const count = cursor.varUint();
    const client = cursor.varUint();
    if (seen.has(client)) throw new MalformedUpdate('client listed twice');
    seen.add(client);
    readStructs(cursor, client, count, structs);
  }
  const deletesAt = cursor.at;
  const deletes: Range[] = [];
  for (let clients = cursor.varUint(); clients > 0; clients--) {
    const client = cursor.varUint();
    for (let count = cursor.varUint(); count > 0; count--) {
      const clock = cursor.varUint();
      const length = cursor.varUint();
      if (clock + length > MAX_CLOCK) throw new MalformedUpdate('clock out of range');
      if (length > 0) deletes.push([client, clock, length]);
    }
  }
  if (cursor.at !== update.length) throw new MalformedUpdate('bytes after the end');
  return { structs, deletes, needs: cursor.needs ?? NO_NEEDS, types: cursor.types, deletesAt };
}

function readStructs(cursor: Cursor, client: number, count: number, runs: Range[]): void {
  let clock = cursor.varUint();
  let start = clock;
  for (let left = count; left > 0; left--) {
    const info = cursor.byte();
    if (info === SKIP) {
      if (clock > start) runs.push([client, start, clock - start]);
      clock += cursor.length();
      start = clock;
    } else {
      clock += info === GC ? cursor.length() : readItem(cursor, info, client, clock);
    }
    if (clock > MAX_CLOCK) throw new MalformedUpdate('clock out of range');
  }
  if (clock > start) runs.push([client, start, clock - start]);
}

const GC = 0;
const SKIP = 10;
const CONTENT = 0b11111;
const HAS_PARENT_SUB = 0b100000;
const HAS_RIGHT_ORIGIN = 0b1000000;
const HAS_ORIGIN = 0b10000000;

/** @returns how many clocks the item takes */
function readItem(cursor: Cursor, info: number, client: number, clock: number): number {
  if (info & HAS_ORIGIN) cursor.reference(client, clock);
  if (info & HAS_RIGHT_ORIGIN) cursor.reference(client, clock);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    const parent = cursor.varUint();
    if (parent === 1) cursor.string();
    else if (parent === 0) cursor.reference(client, clock);
    else throw new MalformedUpdate('unknown kind of parent');
    if (info & HAS_PARENT_SUB) cursor.string();
  }
  return readContent(cursor, info & CONTENT);
}

function readContent(cursor: Cursor, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return cursor.length();
    case 2: // JSON
      return repeat(cursor.length(), () => cursor.string());
    case 3: // binary
    case 5: // embed
      cursor.string();
      return 1;
    case 4: // string
      return cursor.text();
    case 6: // format
      cursor.string();
      cursor.string();
      return 1;
    case 7: {
      const type = cursor.varUint();
      if (type > 6) throw new MalformedUpdate('unknown type');
      cursor.types++;
      if (type === XML_ELEMENT || type === XML_HOOK) cursor.string();
      return 1;
    }
    case 8: // any
      return repeat(cursor.length(), () => cursor.value(0));
    default:
      // 9 is a document within the document, which chapters never hold.
      throw new MalformedUpdate('unknown content');
  }
}

const XML_ELEMENT = 3;
const XML_HOOK = 5;

function repeat(times: number, read: () => void): number {
  for (let left = times; left > 0; left--) read();
  return times;
}

class Cursor {
  at = 0;
  types = 0;
  needs: Map<number, number> | null = null;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new MalformedUpdate('ends too early');
    return byte;
  }

  varUint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      scale *= 128;
      if (scale > Number.MAX_SAFE_INTEGER) throw new MalformedUpdate('number out of range');
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new MalformedUpdate('number out of range');
    return value;
  }

  /** The length of a struct: never zero, or two structs would share a clock. */
  length(): number {
    const length = this.varUint();
    if (length === 0) throw new MalformedUpdate('empty struct');
    return length;
  }

  /** Passes over a string or byte array. */
  string(): void {
    this.skip(this.varUint());
  }

  /** Passes over a string. @returns its length in UTF-16 units, by which Yjs counts */
  text(): number {
    const size = this.varUint();
    const start = this.at;
    this.skip(size);
    let units = 0;
    for (let at = start; at < this.at; at++) {
      const byte = this.bytes[at] as number;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    if (units === 0) throw new MalformedUpdate('empty struct');
    return units;
  }

  /** Passes over an id that the struct `client, clock` hangs on. */
  reference(client: number, clock: number): void {
    const otherClient = this.varUint();
    const otherClock = this.varUint();
    if (otherClient === client) {
      if (otherClock >= clock) throw new MalformedUpdate('struct hangs on a later one');
      return;
    }
    this.needs ??= new Map();
    if ((this.needs.get(otherClient) ?? -1) < otherClock) this.needs.set(otherClient, otherClock);
  }

  /** Passes over a value in lib0's "any" encoding. */
  value(depth: number): void {
    if (depth > MAX_VALUE_DEPTH) throw new MalformedUpdate('value nested too deeply');
    const kind = this.byte();
    if (kind === 127 || kind === 126 || kind === 121 || kind === 120) return;
    if (kind === 125) this.varInt();
    else if (kind === 124) this.skip(4);
    else if (kind === 123 || kind === 122) this.skip(8);
    else if (kind === 119 || kind === 116) this.string();
    else if (kind === 118) {
      for (let left = this.varUint(); left > 0; left--) {
        this.string();
        this.value(depth + 1);
      }
    } else if (kind === 117) for (let left = this.varUint(); left > 0; left--) this.value(depth + 1);
    else throw new MalformedUpdate('unknown value');
  }

  private varInt(): void {
    for (let more = this.byte() & 0x80; more; more = this.byte() & 0x80);
  }

  private skip(length: number): void {
    this.at += length;
    if (this.at > this.bytes.length) throw new MalformedUpdate('ends too early');
  }
}

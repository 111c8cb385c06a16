import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { StorageUnusable } from '../ports';
import type { Disk } from './disk';

/** What a records file holds: its data, how often it was written, and the SHA-256 of the data's JSON. */
const Wrapper = z.object({
  rev: z.number().int().min(1),
  sha256: z.string(),
  data: z.unknown(),
});

/** Remembers outside the file how often it was written, so that a missing or older file can't pass for the newest. */
export interface Ledger {
  /** The last revision known to be on disk; undefined when the file was never written. */
  known(): number | undefined;
  /** Never throws: the file itself is already on disk, the ledger may lag behind. */
  note(rev: number): Promise<void>;
}

/**
 * One records file as a lowdb adapter that loses nothing: the new text goes to a temporary file and is flushed, the file
 * in use becomes `.bak`, the temporary one takes its place, the folder is flushed. Whatever happens in between, the
 * newest or the one before can be read, and an unreadable file is never taken for an empty one.
 */
export class DurableFile implements Adapter<unknown> {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #ledger: Ledger;
  readonly #warn: (line: string) => void;
  #rev = 0;
  /** Whether the file under the main name is whole, and so may take the place of `.bak`. */
  #whole = false;
  /** Set when the folder could not be flushed: nobody can say which revision a restart would find. */
  #inDoubt: unknown = null;

  constructor(disk: Disk, path: string, ledger: Ledger, warn: (line: string) => void) {
    this.#disk = disk;
    this.#path = path;
    this.#ledger = ledger;
    this.#warn = warn;
  }

  /**
   * @returns null for a file that was never written
   * @throws StorageUnusable when it was, and neither it nor `.bak` is whole and new enough
   */
  async read(): Promise<unknown> {
    const known = this.#ledger.known();
    const main = await this.#open(this.#path);
    if (typeof main === 'object' && main.rev >= (known ?? 0)) {
      this.#whole = true;
      return this.#take(main);
    }
    const previous = await this.#open(`${this.#path}.bak`);
    if (typeof previous === 'object' && previous.rev >= (known ?? 1) - 1) {
      const why = typeof main === 'object' ? `older than the last commit (${main.rev} of ${known})` : main;
      const lost = previous.rev < (known ?? 0) ? '; the last commit is lost' : '';
      this.#warn(`The records file ${this.#path} is ${why}: its .bak is used instead${lost}.`);
      return this.#take(previous);
    }
    if (known === undefined && main === 'missing' && previous === 'missing') return null;
    const state = (found: typeof main) => (typeof found === 'object' ? 'too old' : found);
    throw new StorageUnusable(
      `The records file ${this.#path} is ${state(main)}, and its .bak is ${state(previous)}; ` +
        'put back a backup of the data folder.',
    );
  }

  #take(found: z.infer<typeof Wrapper>): unknown {
    this.#rev = found.rev;
    return found.data;
  }

  async #open(path: string): Promise<z.infer<typeof Wrapper> | 'missing' | 'empty' | 'damaged'> {
    const bytes = await this.#disk.read(path);
    if (bytes === null) return 'missing';
    if (bytes.length === 0) return 'empty';
    try {
      const wrapper = Wrapper.parse(JSON.parse(new TextDecoder().decode(bytes)));
      if (wrapper.data === undefined || wrapper.data === null) return 'damaged';
      return wrapper.sha256 === sha256(JSON.stringify(wrapper.data)) ? wrapper : 'damaged';
    } catch {
      return 'damaged'; // not JSON, or not our wrapper: the caller falls back or refuses
    }
  }

  async write(data: unknown): Promise<void> {
    if (this.#inDoubt !== null) throw this.#inDoubt;
    const rev = this.#rev + 1;
    const json = JSON.stringify(data);
    const temporary = `${this.#path}.tmp`;
    const file = await this.#disk.create(temporary);
    try {
      await file.writeFile(`{"rev":${rev},"sha256":"${sha256(json)}","data":${json}}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    if (await this.#disk.exists(this.#path)) {
      // A damaged file is kept aside, for a person to look at; it must not push out the .bak that was used instead.
      await this.#disk.rename(this.#path, `${this.#path}.${this.#whole ? 'bak' : 'damaged'}`);
      this.#whole = false;
    }
    await this.#disk.rename(temporary, this.#path);
    try {
      await this.#disk.syncFolder(dirname(this.#path));
    } catch (error) {
      this.#inDoubt = error;
      throw error;
    }
    this.#rev = rev;
    this.#whole = true;
    await this.#ledger.note(rev);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

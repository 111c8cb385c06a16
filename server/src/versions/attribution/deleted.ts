import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { ClockRange } from '../../storage/ports';
import { add, ByClock, type Passage } from './letters';

/** Letters somebody deleted in one go, or one after the other in one place. */
export interface Deletion extends Passage {
  readonly personId: string;
  /** Some of them stand elsewhere since that very step: those were deleted for Yjs only. */
  readonly carried: boolean;
}

/** How many letters are remembered at least; with twice as many the oldest are forgotten. */
const REMEMBERED = 100_000;

/** So many of them may have happened while somebody had not heard of them. */
const LAST = 200;

/** What was deleted lately: what is pasted or undone is found here, since Yjs forgets the letters at once. */
export class Deleted {
  #runs: Deletion[] = [];
  #size = 0;
  #texts = new ByClock<string>();
  #whole = new Map<string, Deletion[]>();
  /** Where the newest was taken from, as long as more of the same deletion may follow. */
  #place: { readonly block: object; readonly offset: number } | null = null;

  /** @param place the block, and the offset in it where the letters began */
  note(deletion: Deletion, place: { readonly block: object; readonly offset: number }): void {
    const joined = this.#joined(deletion, place);
    if (joined) this.#forgetNewest();
    this.#add(joined ?? deletion);
    this.#place = deletion.carried ? null : place;
    if (this.#size > 2 * REMEMBERED) this.#forgetOld();
  }

  /** Something else happened in this block: what is deleted in it next is another deletion. */
  interrupted(block: object): void {
    if (this.#place?.block === block) this.#place = null;
  }

  /** The text of deleted letters; null when a part of it is not known. */
  textOf(range: ClockRange): string | null {
    let text: string | null = '';
    this.#texts.over(range, (piece, is, offset) => {
      text = text === null || is === null ? null : text + is.slice(offset, offset + piece[2]);
    });
    return text;
  }

  /** What is known of deleted letters, and of nothing else in the range. */
  known(range: ClockRange): Passage {
    let text = '';
    const letters: ClockRange[] = [];
    this.#texts.over(range, (piece, is, offset) => {
      if (is === null) return;
      text += is.slice(offset, offset + piece[2]);
      add(letters, piece);
    });
    return { text, letters };
  }

  /** The newest deletion of just this text: of this person before others', of what is gone before what was only carried. */
  whole(text: string, personId: string): Deletion | null {
    const all = this.#whole.get(text);
    const gone = all?.filter(({ carried }) => !carried);
    return gone?.findLast((one) => one.personId === personId) ?? gone?.at(-1) ?? all?.at(-1) ?? null;
  }

  /** The newest of the last deletions that begins or ends with this text, also of what was only carried. */
  edgeOf(text: string): Deletion | null {
    return (
      this.#runs.slice(-LAST).findLast((one) => one.text.endsWith(text) || one.text.startsWith(text)) ?? null
    );
  }

  /** The deletions, oldest first. */
  get runs(): readonly Deletion[] {
    return this.#runs;
  }

  #joined(
    { personId, text, letters, carried }: Deletion,
    { block, offset }: { block: object; offset: number },
  ) {
    const last = this.#runs.at(-1);
    if (!last || carried || last.carried || last.personId !== personId || this.#place?.block !== block)
      return null;
    const [first, second] =
      offset + text.length === this.#place.offset
        ? [{ text, letters }, last]
        : offset === this.#place.offset
          ? [last, { text, letters }]
          : [null, null];
    if (!first) return null;
    const all = [...first.letters];
    for (const range of second.letters) add(all, range);
    return { personId, carried, text: first.text + second.text, letters: all };
  }

  #add(deletion: Deletion): void {
    this.#runs.push(deletion);
    this.#size += deletion.text.length;
    let at = 0;
    for (const range of deletion.letters) {
      const start = at;
      this.#texts.set(range, (offset) => deletion.text.slice(start + offset, start + range[2]));
      at += range[2];
    }
    const same = this.#whole.get(deletion.text);
    if (same) same.push(deletion);
    else this.#whole.set(deletion.text, [deletion]);
  }

  #forgetNewest(): void {
    const last = this.#runs.pop();
    if (!last) return;
    this.#size -= last.text.length;
    const same = this.#whole.get(last.text);
    if (same && same.length > 1) same.pop();
    else this.#whole.delete(last.text);
  }

  #forgetOld(): void {
    let size = 0;
    const from = this.#runs.findLastIndex(({ text }) => {
      size += text.length;
      return size > REMEMBERED;
    });
    const kept = this.#runs.slice(from);
    this.#runs = [];
    this.#size = 0;
    this.#texts = new ByClock();
    this.#whole = new Map();
    for (const deletion of kept) this.#add(deletion);
  }

  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#runs.length);
    for (const { personId, carried, text, letters } of this.#runs) {
      encoding.writeVarString(encoder, personId);
      encoding.writeUint8(encoder, carried ? 1 : 0);
      encoding.writeVarString(encoder, text);
      encoding.writeVarUint(encoder, letters.length);
      for (const range of letters) for (const part of range) encoding.writeVarUint(encoder, part);
    }
  }

  static read(decoder: decoding.Decoder): Deleted {
    const deleted = new Deleted();
    for (let runs = decoding.readVarUint(decoder); runs > 0; runs--) {
      const personId = decoding.readVarString(decoder);
      const carried = decoding.readUint8(decoder) === 1;
      const text = decoding.readVarString(decoder);
      const letters = Array.from(
        { length: decoding.readVarUint(decoder) },
        (): ClockRange => [
          decoding.readVarUint(decoder),
          decoding.readVarUint(decoder),
          decoding.readVarUint(decoder),
        ],
      );
      deleted.#add({ personId, carried, text, letters });
    }
    return deleted;
  }
}

import type { ClockRange } from '../../storage/ports';
import { lettersBetween, type Passage } from './letters';

type Interval = readonly [from: number, to: number];

/** A text of which some stretches are still to be explained, or to be used as an explanation. */
export class Stretches {
  #open: Interval[] = [];

  constructor(
    readonly passage: Passage,
    open: readonly Interval[],
  ) {
    this.#open = [...open];
  }

  get open(): readonly Interval[] {
    return this.#open;
  }

  get text(): string {
    return this.passage.text;
  }

  letters(from: number, to: number): ClockRange[] {
    return lettersBetween(this.passage.letters, from, to);
  }

  /** Takes what is open between two offsets away. @returns it */
  take(from: number, to: number): Interval[] {
    const taken: Interval[] = [];
    this.#open = this.#open.flatMap(([start, end]): Interval[] => {
      const [left, right] = [Math.max(start, from), Math.min(end, to)];
      if (right <= left) return [[start, end]];
      taken.push([left, right]);
      const rest: Interval[] = [
        [start, left],
        [right, end],
      ];
      return rest.filter(([one, other]) => other > one);
    });
    return taken;
  }
}

import { type Card, placeCards } from './placement';

/** Room between two cards, in pixels. */
export const GAP = 8;
/** How high a card is taken to be before it was ever shown, in pixels. */
const TYPICAL_HEIGHT = 116;

/** Why a card is kept where it is, the strongest reason first. */
const REASONS = ['pointer', 'focus', 'active'] as const;
export type HoldReason = (typeof REASONS)[number];

/** A card and the place of its text, in pixels from the top of the margin. */
export interface Anchored {
  readonly id: string;
  readonly wanted: number;
}

/**
 * Remembers how high the cards are and which of them are held, and says where each stands. A card under the pointer or
 * with the focus keeps its distance from its own text, whatever comes, goes or grows around it.
 */
export class Board {
  #anchored: readonly Anchored[] = [];
  #tops: ReadonlyMap<string, number> = new Map();
  readonly #heights = new Map<string, number>();
  readonly #holds = new Map<HoldReason, { readonly id: string; readonly offset: number }>();

  /** Top of each card as last placed. */
  get tops(): ReadonlyMap<string, number> {
    return this.#tops;
  }

  /** The cards that must stay where they are. */
  get held(): ReadonlySet<string> {
    return new Set([...this.#holds.values()].map(({ id }) => id));
  }

  /** Where everything ends, in pixels. */
  get end(): number {
    let end = 0;
    for (const [id, top] of this.#tops) end = Math.max(end, top + this.heightOf(id));
    return end;
  }

  heightOf(id: string): number {
    return this.#heights.get(id) ?? TYPICAL_HEIGHT;
  }

  /** @returns whether this is news */
  measured(id: string, height: number): boolean {
    if (height <= 0 || Math.abs(this.heightOf(id) - height) < 0.5) return false;
    this.#heights.set(id, height);
    return true;
  }

  /**
   * Holds a card for a reason, or with null no card any more.
   *
   * @param where beside its text, or where it stands now
   */
  hold(reason: HoldReason, id: string | null, where: 'text' | 'here' = 'here'): void {
    if (id === null) {
      this.#holds.delete(reason);
      return;
    }
    const wanted = this.#anchored.find((card) => card.id === id)?.wanted;
    const top = this.#tops.get(id);
    const offset = where === 'text' || wanted === undefined || top === undefined ? 0 : top - wanted;
    this.#holds.set(reason, { id, offset });
  }

  /** Places the cards anew. @param anchored in the order of the text */
  place(anchored: readonly Anchored[] = this.#anchored): void {
    // Cells beside each other: the later one may begin higher up.
    this.#anchored = anchored.toSorted((one, other) => one.wanted - other.wanted);
    const wanted = new Map(anchored.map((card) => [card.id, card.wanted]));
    const cards: Card[] = this.#anchored.map((card) => ({ ...card, height: this.heightOf(card.id) }));
    const holds = REASONS.flatMap((reason) => {
      const hold = this.#holds.get(reason);
      const at = hold && wanted.get(hold.id);
      return hold && at !== undefined ? [{ id: hold.id, top: at + hold.offset }] : [];
    });
    this.#tops = placeCards(cards, holds, GAP);
  }

  /** The cards of which something lies between two heights, and those that are held, in their order. */
  between(from: number, to: number): string[] {
    const held = this.held;
    return this.#anchored
      .filter(({ id }) => {
        const top = this.#tops.get(id) ?? 0;
        return held.has(id) || (top < to && top + this.heightOf(id) > from);
      })
      .map(({ id }) => id);
  }
}

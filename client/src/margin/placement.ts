/** A card as the placement sees it; lengths in pixels, measured from the top of the margin. */
export interface Card {
  readonly id: string;
  /** Where it would stand if it were alone: beside its text. */
  readonly wanted: number;
  readonly height: number;
}

/** A card that is to stand at `top`, whatever the others do. */
export interface Hold {
  readonly id: string;
  readonly top: number;
}

/**
 * Places cards beside their text: none overlaps another, their order is kept, and only those move from their wanted place
 * that would come closer than `gap` to a neighbour. A held card stands where it is held and its neighbours give way, those
 * before it upwards (also out of the margin) and those behind it downwards. A hold for which the stronger ones leave no
 * room counts for nothing.
 *
 * @param cards in the order in which they are to stand
 * @param holds the strongest first
 * @returns the top of each card, by id
 */
export function placeCards(
  cards: readonly Card[],
  holds: readonly Hold[],
  gap: number,
): ReadonlyMap<string, number> {
  const held = compatible(cards, holds, gap);
  const tops: number[] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const [index, { wanted, height }] of cards.entries()) {
    const top = held.get(index) ?? Math.max(wanted, edge);
    tops.push(top);
    edge = top + height + gap;
  }
  for (const index of held.keys()) makeRoomAbove(cards, tops, held, index, gap);
  return new Map(cards.map(({ id }, index) => [id, tops[index] ?? 0]));
}

/** Moves up what stands before a held card and reaches into it, as far as the held card before that. */
function makeRoomAbove(
  cards: readonly Card[],
  tops: number[],
  held: ReadonlyMap<number, number>,
  from: number,
  gap: number,
): void {
  let edge = (tops[from] ?? 0) - gap;
  for (let index = from - 1; index >= 0 && !held.has(index); index -= 1) {
    const height = cards[index]?.height ?? 0;
    const top = Math.min(tops[index] ?? 0, edge - height);
    tops[index] = top;
    edge = top - gap;
  }
}

/** The holds, by index of the card, that leave room for each other and for the cards between them. */
function compatible(cards: readonly Card[], holds: readonly Hold[], gap: number): Map<number, number> {
  /** How far apart two cards' tops are when everything from the one up to the other stands as close as it may. */
  const least = (from: number, to: number) =>
    cards.slice(from, to).reduce((sum, { height }) => sum + height + gap, 0);
  const held = new Map<number, number>();
  for (const { id, top } of holds) {
    const index = cards.findIndex((card) => card.id === id);
    if (index < 0 || held.has(index)) continue;
    const fits = [...held].every(([other, otherTop]) =>
      other < index ? top - otherTop >= least(other, index) : otherTop - top >= least(index, other),
    );
    if (fits) held.set(index, top);
  }
  return held;
}

import { Board, GAP } from '@accord/client/margin/board';
import { type Card, type Hold, placeCards } from '@accord/client/margin/placement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const gap = 8;
const someCards = fc
  .array(
    fc.record({ wanted: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 20, max: 400 }) }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((cards): Card[] =>
    cards
      .sort((one, other) => one.wanted - other.wanted)
      .map((card, index) => ({ ...card, id: `card-${index}` })),
  );
const cardsAndHolds = someCards.chain((cards) =>
  fc.record({
    cards: fc.constant(cards),
    holds: fc.array(
      fc.record({
        id: fc.constantFrom(...cards.map(({ id }) => id)),
        top: fc.integer({ min: -500, max: 3500 }),
      }),
      { maxLength: 3 },
    ),
  }),
);

const placed = (cards: readonly Card[], holds: readonly Hold[]) => {
  const tops = placeCards(cards, holds, gap);
  return cards.map((card) => ({ ...card, top: tops.get(card.id) ?? Number.NaN }));
};

describe('cards beside the text', () => {
  it('never overlap, and keep their order, whatever is held', () => {
    fc.assert(
      fc.property(cardsAndHolds, ({ cards, holds }) => {
        const all = placed(cards, holds);
        for (const [index, card] of all.entries()) {
          const next = all[index + 1];
          if (next) expect(next.top).toBeGreaterThanOrEqual(card.top + card.height + gap);
        }
      }),
    );
  });

  it('the strongest held card stands exactly where it is held', () => {
    fc.assert(
      fc.property(cardsAndHolds, ({ cards, holds }) => {
        const [first] = holds;
        fc.pre(first !== undefined);
        expect(placeCards(cards, holds, gap).get(first.id)).toBe(first.top);
      }),
    );
  });

  it('only cards that would come too close to a neighbour leave the place beside their text', () => {
    fc.assert(
      fc.property(cardsAndHolds, ({ cards, holds }) => {
        const all = placed(cards, holds);
        const held = new Set(holds.map(({ id }) => id));
        for (const [index, card] of all.entries()) {
          if (held.has(card.id) || card.top === card.wanted) continue;
          const pushedBy = card.top > card.wanted ? all[index - 1] : all[index + 1];
          const distance =
            pushedBy &&
            (card.top > card.wanted
              ? card.top - pushedBy.top - pushedBy.height
              : pushedBy.top - card.top - card.height);
          expect(distance).toBe(gap);
        }
      }),
    );
  });

  it('cards with room between them all stand beside their text', () => {
    const cards = [0, 200, 400].map((wanted, index) => ({ id: `card-${index}`, wanted, height: 150 }));
    expect([...placeCards(cards, [], gap).values()]).toEqual([0, 200, 400]);
  });

  it('those before the held card give way upwards, those behind it downwards', () => {
    const cards = [100, 110, 120].map((wanted, index) => ({ id: `card-${index}`, wanted, height: 50 }));
    const tops = placeCards(cards, [{ id: 'card-1', top: 110 }], gap);
    expect([...tops.values()]).toEqual([110 - gap - 50, 110, 110 + 50 + gap]);
  });

  it('a weaker hold yields where the stronger leaves it no room', () => {
    const cards = [0, 10].map((wanted, index) => ({ id: `card-${index}`, wanted, height: 50 }));
    const tops = placeCards(
      cards,
      [
        { id: 'card-0', top: 0 },
        { id: 'card-1', top: 10 },
      ],
      gap,
    );
    expect([...tops.values()]).toEqual([0, 50 + gap]);
  });
});

describe('the board', () => {
  const crowd = [100, 100, 100, 100].map((wanted, index) => ({ id: `card-${index}`, wanted }));
  const crowded = () => {
    const board = new Board();
    for (const { id } of crowd) board.measured(id, 60);
    board.place(crowd);
    return board;
  };

  it('brings the active card beside its text', () => {
    const board = crowded();
    expect(board.tops.get('card-2')).toBe(100 + 2 * (60 + GAP));
    board.hold('active', 'card-2', 'text');
    board.place();
    expect(board.tops.get('card-2')).toBe(100);
  });

  it('leaves a card under the pointer where it is, whatever grows above it', () => {
    const board = crowded();
    const before = board.tops.get('card-2');
    board.hold('pointer', 'card-2');
    board.measured('card-0', 300);
    board.place();
    expect(board.tops.get('card-2')).toBe(before);
    board.hold('pointer', null);
    board.place();
    expect(board.tops.get('card-2')).toBe(100 + 300 + 60 + 2 * GAP);
  });

  it('moves a held card along with its own text', () => {
    const board = crowded();
    const before = board.tops.get('card-1') ?? 0;
    board.hold('focus', 'card-1');
    board.place(crowd.map((card) => ({ ...card, wanted: card.wanted + 29 })));
    expect(board.tops.get('card-1')).toBe(before + 29);
  });

  it('a press on a card elsewhere does not move it away under the pointer while it becomes the active one', () => {
    const board = crowded();
    board.hold('active', 'card-0', 'text');
    board.place();
    const before = board.tops.get('card-3');
    board.hold('pointer', 'card-3');
    board.hold('active', 'card-3', 'here');
    board.place();
    expect(board.tops.get('card-3')).toBe(before);
  });

  it('of many cards names those near the window, and the held ones wherever they are', () => {
    const board = new Board();
    const many = Array.from({ length: 400 }, (_, index) => ({ id: `card-${index}`, wanted: index * 200 }));
    board.place(many);
    board.hold('focus', 'card-399');
    const shown = board.between(10_000, 11_000);
    expect(shown).toContain('card-50');
    expect(shown).toContain('card-399');
    expect(shown.length).toBeLessThan(10);
  });
});

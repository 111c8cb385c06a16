import { commentKeyOf } from '@accord/client/comments/comment-keys';
import { neighbour } from '@accord/client/margin/neighbour';
import { describe, expect, it } from 'vitest';

const struck = (change: Partial<KeyboardEvent>, altGraph = false) =>
  commentKeyOf(
    {
      key: 'm',
      code: 'KeyM',
      ctrlKey: true,
      altKey: true,
      metaKey: false,
      shiftKey: false,
      ...change,
      getModifierState: (name: string) => altGraph && name === 'AltGraph',
    },
    false,
  );

describe('[C14] the keys of comments', () => {
  it('begin, next and previous', () => {
    expect(struck({})).toBe('begin');
    expect(struck({ key: 'n', code: 'KeyN' })).toBe('next');
    expect(struck({ key: 'p', code: 'KeyP' })).toBe('previous');
  });
  it('work where Alt makes another letter of the key, and where letters stand elsewhere', () => {
    expect(struck({ key: 'µ' })).toBe('begin');
    // French keyboards have M where others have the semicolon.
    expect(struck({ key: 'm', code: 'Semicolon' })).toBe('begin');
    expect(struck({ key: ',', code: 'KeyM' })).toBe('begin');
  });
  it('take no letter from those who write with AltGr', () => {
    expect(struck({ key: 'µ' }, true)).toBeNull();
  });
  it('are not struck with other modifiers or without theirs', () => {
    expect(struck({ shiftKey: true })).toBeNull();
    expect(struck({ altKey: false })).toBeNull();
    expect(struck({ ctrlKey: false })).toBeNull();
  });

  const items = [null, 10, 50, 90].map((from, index) => ({
    id: `card-${index}`,
    kind: 'thread' as const,
    from,
    render: () => null,
  }));
  it('go to the card behind or before the caret, then on from card to card, around the ends', () => {
    expect(neighbour(items, null, 40, 'next')).toBe('card-2');
    expect(neighbour(items, null, 40, 'previous')).toBe('card-1');
    expect(neighbour(items, 'card-2', 0, 'next')).toBe('card-3');
    expect(neighbour(items, 'card-3', 0, 'next')).toBe('card-0');
    expect(neighbour(items, 'card-0', 0, 'previous')).toBe('card-3');
    expect(neighbour(items, null, 500, 'next')).toBe('card-0');
    expect(neighbour([], null, 0, 'next')).toBeNull();
  });
});

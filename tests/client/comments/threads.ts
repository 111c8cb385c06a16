import type { Comment, Thread } from '@accord/shared/comments/comments';

export const comment = (
  id: string,
  personId: string,
  text: string,
  at = '2026-11-20T10:00:00.000Z',
): Comment => ({
  id,
  personId,
  at,
  editedAt: null,
  text,
  deleted: null,
});

/** A thread about the words `quote` of the block `block-1`, unless said otherwise. */
export function thread(id: string, change: Partial<Thread> = {}): Thread {
  return {
    id,
    chapterId: 'chapter-1',
    anchor: {
      kind: 'text',
      start: { blockId: 'block-1', offset: 4 },
      end: { blockId: 'block-1', offset: 9 },
      quote: 'quick',
      prefix: 'The ',
      suffix: ' brown fox',
      hint: null,
    },
    comments: [comment(`${id}-first`, 'person-marie', 'Is it quick?')],
    resolved: null,
    type: null,
    decision: null,
    reason: '',
    events: [],
    ...change,
  };
}

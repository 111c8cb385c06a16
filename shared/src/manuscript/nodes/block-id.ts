import { Extension } from '@tiptap/core';
import { BLOCK_TYPES } from '../blocks';

/**
 * Gives every block, containers too, the attribute `id` (a string, or null until a client or the server stamps it),
 * written as `data-id` in HTML. Ids are hints for features that point at blocks, never the truth.
 */
export const BlockId = Extension.create({
  name: 'blockId',
  addGlobalAttributes() {
    return [
      {
        types: [...BLOCK_TYPES],
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-id'),
            renderHTML: ({ id }) => (typeof id === 'string' && id !== '' ? { 'data-id': id } : {}),
          },
        },
      },
    ];
  },
});

import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';

/**
 * A list item may begin with any block. Demanding a paragraph first would let two people's edits, each sound alone,
 * add up to an item the schema refuses, and the editor's binding to Yjs deletes such an item for everyone.
 */
const ITEM_CONTENT = 'block+';

const Item = ListItem.extend({ content: ITEM_CONTENT });
const Task = TaskItem.extend({ content: ITEM_CONTENT });

const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => {
          const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
          return Number.isFinite(start) && start >= 0 && start <= 100_000 ? start : 1;
        },
      },
    };
  },
  // What is pasted is cleaned in one place, not by each node.
  addProseMirrorPlugins: () => [],
});

/** Bulleted, numbered and task lists with their items, all of which nest. */
export const listNodes = [BulletList, NumberedList, Item, TaskList, Task.configure({ nested: true })];

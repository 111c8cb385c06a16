import { type CommandProps, Extension } from '@tiptap/core';
import { Fragment, type NodeRange, type NodeType, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

const ITEMS: Record<string, string> = {
  bulletList: 'listItem',
  orderedList: 'listItem',
  taskList: 'taskItem',
};

/**
 * List commands for a schema whose items may begin with any block: headings become paragraphs, and a selection of
 * paragraphs and lists becomes one list rather than a list in a list.
 */
export const ListToggles = Extension.create({
  name: 'listToggles',
  // Commands of a lower priority replace those of the same name.
  priority: 50,
  addCommands() {
    return {
      toggleBulletList: () => (props) => toggle(props, 'bulletList'),
      toggleOrderedList: () => (props) => toggle(props, 'orderedList'),
      toggleTaskList: () => (props) => toggle(props, 'taskList'),
    };
  },
});

function toggle({ state, tr, chain, commands, dispatch }: CommandProps, name: string): boolean {
  const itemName = ITEMS[name] ?? 'listItem';
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to);
  const [list, item] = [state.schema.nodes[name], state.schema.nodes[itemName]];
  if (!range || !list || !item) return false;
  if (within(range, (node) => node.type.name in ITEMS)) return commands.toggleList(name, itemName);
  if (selectedBlocks(range).some((node) => node.type.name in ITEMS)) {
    if (dispatch) replaceByList(tr, range, list, item);
    return true;
  }
  return chain().setNode('paragraph').toggleList(name, itemName).run();
}

function within({ $from, depth }: NodeRange, wanted: (node: ProseMirrorNode) => boolean): boolean {
  for (let d = depth; d > 0; d -= 1) if (wanted($from.node(d))) return true;
  return false;
}

function selectedBlocks({ parent, startIndex, endIndex }: NodeRange): ProseMirrorNode[] {
  return Array.from({ length: endIndex - startIndex }, (_, index) => parent.child(startIndex + index));
}

/** Makes one list of everything in the range: the items of its lists, and each other block as an item. */
function replaceByList(tr: CommandProps['tr'], range: NodeRange, list: NodeType, item: NodeType): void {
  const { paragraph } = list.schema.nodes;
  const items: ProseMirrorNode[] = [];
  for (const block of selectedBlocks(range)) {
    if (block.type.name in ITEMS) {
      block.forEach((old) => {
        items.push(old.type === item ? old : item.create({ id: old.attrs.id }, old.content));
      });
    } else {
      const plain =
        block.type.name === 'heading' && paragraph
          ? paragraph.create({ id: block.attrs.id }, block.content)
          : block;
      items.push(item.create(null, plain));
    }
  }
  const { from, to } = tr.selection;
  tr.replaceWith(range.start, range.end, list.create(null, Fragment.from(items)));
  const $from = tr.doc.resolve(Math.min(from + 1, tr.doc.content.size));
  const $to = tr.doc.resolve(Math.min(to + 1, tr.doc.content.size));
  tr.setSelection(TextSelection.between($from, $to));
}

import { newId } from '@accord/shared/kernel/id';
import { isBlockType } from '@accord/shared/manuscript/blocks';
import * as build from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema as schema } from '@accord/shared/manuscript/schema';
import { Fragment, Node, type NodeRange, Slice } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  mergeCells,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import { liftTarget, Transform } from '@tiptap/pm/transform';
import { block, inlines, type Random, words } from './random';

type Edit = (state: EditorState, random: Random) => Transaction | null;

/** Runs an editor command on a state with the caret at a place; null when it does nothing there. */
function command(
  state: EditorState,
  at: number,
  run: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
): Transaction | null {
  let made: Transaction | null = null;
  const placed = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(at))));
  run(placed, (tr) => {
    made = tr;
  });
  return made;
}

interface Found {
  readonly node: Node;
  readonly pos: number;
}

function blocks(doc: Node, test: (node: Node) => boolean): Found[] {
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (isBlockType(node.type.name) && test(node)) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}

function someBlock(state: EditorState, random: Random, test: (node: Node) => boolean): Found | null {
  const found = blocks(state.doc, test);
  return found.length > 0 ? random.pick(found) : null;
}

const textblock = (node: Node) => node.isTextblock;
const written = (node: Node) => node.isTextblock && node.content.size > 0;

function stretch(state: EditorState, random: Random): { from: number; to: number } | null {
  const found = someBlock(state, random, written);
  if (!found) return null;
  const start = random.below(found.node.content.size + 1);
  const end = Math.min(found.node.content.size, start + random.below(20));
  return { from: found.pos + 1 + start, to: found.pos + 1 + end };
}

/** Kinds of edits a person can make in a chapter, by name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'types words': (state, random) => {
    const found = someBlock(state, random, textblock);
    return (
      found &&
      state.tr.insertText(`${words(random, 2)} `, found.pos + 1 + random.below(found.node.content.size + 1))
    );
  },
  'deletes letters': (state, random) => {
    const range = stretch(state, random);
    return range && state.tr.delete(range.from, range.to);
  },
  'replaces letters': (state, random) => {
    const range = stretch(state, random);
    return range && state.tr.insertText(words(random, 1 + random.below(3)), range.from, range.to);
  },
  'puts a mark on': (state, random) => {
    const range = stretch(state, random);
    if (!range) return null;
    const mark = random.chance(0.3)
      ? schema.mark('link', { href: `https://example.org/${random.below(5)}` })
      : schema.mark(random.pick(['bold', 'italic', 'underline', 'code']));
    return state.tr.addMark(range.from, range.to, mark);
  },
  'takes marks off': (state, random) => {
    const found = someBlock(state, random, written);
    return found && state.tr.removeMark(found.pos + 1, found.pos + 1 + found.node.content.size);
  },
  'breaks a line': (state, random) => {
    const found = someBlock(state, random, (node) => node.isTextblock && node.type.name !== 'codeBlock');
    return (
      found &&
      state.tr.insert(found.pos + 1 + random.below(found.node.content.size + 1), schema.node('hardBreak'))
    );
  },
  'splits a block': (state, random) => {
    const found = someBlock(state, random, (node) => textblock(node) && !node.type.spec.isolating);
    if (!found) return null;
    const at = found.pos + 1 + random.below(found.node.content.size + 1);
    const item = state.doc.resolve(found.pos).parent.type.name;
    const depth =
      (item === 'listItem' || item === 'taskItem') && state.doc.resolve(found.pos).index() === 0 ? 2 : 1;
    return state.tr.split(at, depth);
  },
  'joins blocks': (state, random) => {
    const found = someBlock(state, random, textblock);
    if (!found || state.doc.resolve(found.pos).index() === 0) return null;
    const before = state.doc.resolve(found.pos).nodeBefore;
    return before?.isTextblock && before.type === found.node.type ? state.tr.join(found.pos) : null;
  },
  'deletes over blocks': (state, random) => {
    const all = blocks(state.doc, (node) => node.type.name === 'paragraph');
    const start = random.below(all.length);
    const [first, last] = [all[start], all[Math.min(all.length - 1, start + 1 + random.below(2))]];
    if (!first || !last || first === last) return null;
    const from = first.pos + 1 + random.below(first.node.content.size + 1);
    const to = last.pos + 1 + random.below(last.node.content.size + 1);
    return state.tr.delete(from, to);
  },
  'changes a type': (state, random) => {
    const found = someBlock(state, random, (node) => ['paragraph', 'heading'].includes(node.type.name));
    if (!found) return null;
    const { id } = found.node.attrs;
    const end = found.pos + found.node.nodeSize;
    return found.node.type.name === 'paragraph' || random.chance(0.5)
      ? state.tr.setBlockType(found.pos, end, schema.nodes.heading as never, {
          id,
          level: 1 + random.below(4),
        })
      : state.tr.setBlockType(found.pos, end, schema.nodes.paragraph as never, { id });
  },
  'makes code of it': (state, random) => {
    const found = someBlock(state, random, (node) => node.type.name === 'paragraph');
    if (!found) return null;
    const end = found.pos + found.node.nodeSize;
    return state.tr.setBlockType(found.pos, end, schema.nodes.codeBlock as never, {
      id: found.node.attrs.id,
    });
  },
  'changes an attribute': (state, random) => {
    const found = someBlock(state, random, (node) =>
      ['figure', 'taskItem', 'callout', 'orderedList', 'tableCell'].includes(node.type.name),
    );
    if (!found) return null;
    const set = (name: string, value: unknown) => state.tr.setNodeAttribute(found.pos, name, value);
    switch (found.node.type.name) {
      case 'figure':
        return random.chance(0.5) ? set('alt', words(random, 3)) : set('src', `/api/images/${newId(6)}.webp`);
      case 'taskItem':
        return set('checked', !found.node.attrs.checked);
      case 'callout':
        return set('kind', random.pick(['note', 'tip', 'warning', 'example']));
      case 'orderedList':
        return set('start', random.below(9));
      default:
        return set('width', 50 + random.below(300));
    }
  },
  'adds a block': (state, random) => {
    const found = someBlock(state, random, () => true);
    if (!found) return null;
    const at = state.doc.resolve(found.pos);
    const made = random.chance(0.3) ? [block(random), block(random)] : [block(random)];
    return at.parent.type.contentMatch.matchType(schema.nodes.paragraph as never)
      ? state.tr.insert(
          random.chance(0.5) ? found.pos : found.pos + found.node.nodeSize,
          made.map((json) => Node.fromJSON(schema, json)),
        )
      : null;
  },
  'removes a block': (state, random) => {
    const found = someBlock(state, random, () => true);
    if (!found || state.doc.resolve(found.pos).parent.childCount < 2) return null;
    return state.tr.delete(found.pos, found.pos + found.node.nodeSize);
  },
  'moves a block': (state, random) => {
    const found = someBlock(state, random, () => true);
    const target = someBlock(state, random, () => true);
    if (!found || !target || state.doc.resolve(found.pos).parent.childCount < 2) return null;
    if (target.pos >= found.pos && target.pos < found.pos + found.node.nodeSize) return null;
    const parent = state.doc.resolve(target.pos).parent;
    if (!parent.type.contentMatch.matchType(found.node.type)) return null;
    const tr = state.tr.delete(found.pos, found.pos + found.node.nodeSize);
    return tr.insert(tr.mapping.map(target.pos), found.node);
  },
  'wraps it': (state, random) => {
    const found = someBlock(
      state,
      random,
      (node) => node.type.name === 'paragraph' || node.type.name === 'heading',
    );
    if (!found) return null;
    const at = state.doc.resolve(found.pos + 1);
    const range = at.blockRange(at);
    const type = random.pick(['blockquote', 'callout']);
    return range &&
      state.doc.resolve(found.pos).parent.type.contentMatch.matchType(schema.nodes[type] as never)
      ? state.tr.wrap(range, [{ type: schema.nodes[type] as never }])
      : null;
  },
  'makes a list': (state, random) => {
    const found = someBlock(state, random, (node) => node.type.name === 'paragraph');
    return (
      found &&
      command(
        state,
        found.pos + 1,
        wrapInList(schema.nodes[random.pick(['bulletList', 'orderedList'])] as never),
      )
    );
  },
  'indents an item': (state, random) => {
    const found = someBlock(state, random, textblock);
    return found && command(state, found.pos + 1, sinkListItem(schema.nodes.listItem as never));
  },
  'outdents an item': (state, random) => {
    const found = someBlock(state, random, textblock);
    return found && command(state, found.pos + 1, liftListItem(schema.nodes.listItem as never));
  },
  'lifts it out': (state, random) => {
    const found = someBlock(state, random, textblock);
    if (!found) return null;
    const at = state.doc.resolve(found.pos + 1);
    const range = at.blockRange(at);
    const target =
      range && ['blockquote', 'callout'].includes(range.parent.type.name) ? liftTarget(range) : null;
    return range && target != null ? state.tr.lift(range as NodeRange, target) : null;
  },
  'changes the kind of a list': (state, random) => {
    const found = someBlock(state, random, (node) =>
      ['bulletList', 'orderedList', 'taskList'].includes(node.type.name),
    );
    if (!found) return null;
    const type = random.pick(['bulletList', 'orderedList', 'taskList']);
    const item = type === 'taskList' ? 'taskItem' : 'listItem';
    const children: Node[] = [];
    found.node.forEach((child) => {
      children.push(
        (schema.nodes[item] as never as { create(attrs: object, content: Fragment): Node }).create(
          { id: child.attrs.id },
          child.content,
        ),
      );
    });
    const list = (schema.nodes[type] as never as { create(attrs: object, content: Node[]): Node }).create(
      { id: found.node.attrs.id },
      children,
    );
    return state.tr.replaceWith(found.pos, found.pos + found.node.nodeSize, list);
  },
  'adds a footnote': (state, random) => {
    const found = someBlock(state, random, (node) => node.type.name === 'paragraph');
    if (!found) return null;
    const noteId = newId(8);
    const tr = state.tr.insert(
      found.pos + 1 + random.below(found.node.content.size + 1),
      Node.fromJSON(schema, build.noteMark(noteId)),
    );
    return tr.insert(tr.doc.content.size, Node.fromJSON(schema, build.note(noteId, words(random, 3))));
  },
  'adds a row': (state, random) => inTable(state, random, addRowAfter),
  'deletes a row': (state, random) => inTable(state, random, deleteRow),
  'adds a column': (state, random) => inTable(state, random, addColumnAfter),
  'deletes a column': (state, random) => inTable(state, random, deleteColumn),
  'turns the header row': (state, random) => inTable(state, random, toggleHeaderRow),
  'merges cells': (state, random) => {
    const found = someBlock(state, random, (node) => node.type.name === 'tableRow' && node.childCount > 1);
    if (!found) return null;
    const first = found.pos + 1;
    const second = first + (found.node.firstChild as Node).nodeSize;
    let made: Transaction | null = null;
    const placed = state.apply(
      state.tr.setSelection(CellSelection.create(state.doc, first, second) as never),
    );
    mergeCells(placed, (tr) => {
      made = tr;
    });
    return made;
  },
  pastes: (state, random) => {
    const range = stretch(state, random);
    if (!range) return null;
    const paragraphs = [0, 1].map(() =>
      Node.fromJSON(schema, { type: 'paragraph', content: inlines(random) }),
    );
    return state.tr.replaceRange(range.from, range.to, new Slice(Fragment.from(paragraphs), 1, 1));
  },
  'swaps a selected block': (state, random) => {
    const found = someBlock(
      state,
      random,
      (node) => node.type.name === 'figure' || node.type.name === 'horizontalRule',
    );
    if (!found) return null;
    const placed = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, found.pos)));
    return placed.tr.replaceSelectionWith(Node.fromJSON(schema, block(random)), false);
  },
};

function inTable(
  state: EditorState,
  random: Random,
  run: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
): Transaction | null {
  const found = someBlock(
    state,
    random,
    (node) => node.type.name === 'tableCell' || node.type.name === 'tableHeader',
  );
  return found && command(state, found.pos + 2, run);
}

/** Gives ids as the editor does: to blocks without one, and to the second of two with the same. */
function identified(doc: Node): Node {
  const seen = new Set<string>();
  const change = new Transform(doc);
  doc.descendants((node, pos) => {
    if (!isBlockType(node.type.name)) return false;
    const { id } = node.attrs;
    if (typeof id !== 'string' || seen.has(id)) change.setNodeAttribute(pos, 'id', newId(10));
    else seen.add(id);
    return !node.isTextblock;
  });
  return change.doc;
}

/** A chapter after some edits of the kinds named (all, unless told), as its JSON, with the names of what was done. */
export function edited(
  base: NodeJson,
  random: Random,
  count: number,
  kinds: readonly string[] = Object.keys(EDITS),
): { document: NodeJson; done: string[] } {
  let doc = Node.fromJSON(schema, base);
  const done: string[] = [];
  for (let tries = 0; done.length < count && tries < count * 8; tries++) {
    const kind = random.pick(kinds);
    let tr: Transaction | null | undefined;
    try {
      tr = EDITS[kind]?.(EditorState.create({ doc }), random);
      if (!tr?.docChanged) continue;
      tr.doc.check();
    } catch {
      // An editor would not have come to this either.
      continue;
    }
    doc = identified(tr.doc);
    done.push(kind);
  }
  return { document: doc.toJSON() as NodeJson, done };
}

import { alignDocuments, type Fate } from '../manuscript/difference/alignment';
import type { Leaf } from '../manuscript/difference/leaves';
import type { Piece } from '../manuscript/difference/words';
import type { NodeJson } from '../manuscript/document';
import { type AuthorsOfBlock, runsAlong, withAuthors } from './comparison-authors';
import { type ContainerFact, factsOfBlock, factsOfContainers, regrouped } from './comparison-facts';
import { excerptOf, lookOf } from './comparison-look';
import type { Fact, Row, RowFate } from './comparison-model';
import { type RowMade, withMovedAway } from './comparison-moves';
import { compareTables } from './comparison-tables';

/** Makes the rows between two documents, or between the contents of two cells. */
export type RowsBetween = (before: NodeJson, after: NodeJson) => Row[];

/** Makes rows whose pieces are cut by author; the ids of all that one such function makes are unique. */
export function createRows(authors: {
  readonly inserted: AuthorsOfBlock;
  readonly deleted: AuthorsOfBlock;
}): RowsBetween {
  let count = 0;
  const newId = () => {
    count += 1;
    return `r${count}`;
  };

  function rowsBetween(before: NodeJson, after: NodeJson): Row[] {
    let told: readonly ContainerFact[] = [];
    const made = alignDocuments(before, after, 'whole').map((fate): RowMade => {
      const { old, now } = sidesOf(fate);
      const candidates = containerFactsOf(fate, told);
      const facts = candidates.filter((one) => !told.some((other) => sameFact(one, other)));
      if (old.length > 0 && now.length > 0) told = candidates;
      const containers = facts.map(({ fact }) => fact);
      return { fate, old, now, row: rowOf(fate, old, now, containers) };
    });
    return withMovedAway(made, newId);
  }

  function rowOf(
    fate: Fate,
    old: readonly Leaf[],
    now: readonly Leaf[],
    containers: readonly Fact[],
  ): RowMade['row'] {
    const id = newId();
    const moved = 'moved' in fate && fate.moved;
    const looks = { before: old.map(lookOf), after: now.map(lookOf) };
    const [was, is] = [old[0]?.node ?? null, now[0]?.node ?? null];
    if ((is ?? was)?.type === 'table') {
      const { facts: own, ...tables } = compareTables(was, is, rowsBetween);
      const inside = own.length > 0 || tables.cells.some((cell) => cell.fate !== 'unchanged');
      const unshown: Fact[] = 'difference' in fate && fate.difference && !inside ? [{ kind: 'unshown' }] : [];
      const facts = [...ofCopy(fate), ...containers, ...own, ...unshown];
      return {
        kind: 'table',
        id,
        fate: rowFateOf(fate, inside || unshown.length > 0, facts.length > 0),
        moved,
        facts,
        ...looks,
        ...tables,
      };
    }
    const pieces = piecesOf(fate);
    const own = factsOfFate(fate);
    const words = pieces.some(({ kind }) => kind !== 'kept');
    const facts = [...ofCopy(fate), ...own, ...containers];
    return {
      kind: 'text',
      id,
      fate: rowFateOf(fate, words || own.some(({ kind }) => kind !== 'type'), facts.length > 0),
      moved,
      facts,
      ...looks,
      pieces: withAuthors(
        pieces,
        runsAlong(
          now.map(({ node }) => node),
          authors.inserted,
        ),
        runsAlong(
          old.map(({ node }) => node),
          authors.deleted,
        ),
      ),
    };
  }
  return rowsBetween;
}

function sidesOf(fate: Fate): { old: readonly Leaf[]; now: readonly Leaf[] } {
  switch (fate.kind) {
    case 'added':
    case 'copied':
      return { old: [], now: [fate.after] };
    case 'removed':
      return { old: [fate.before], now: [] };
    case 'split':
      return { old: [fate.before], now: fate.after };
    case 'merged':
      return { old: fate.before, now: [fate.after] };
    default:
      return { old: [fate.before], now: [fate.after] };
  }
}

function rowFateOf(fate: Fate, changed: boolean, told: boolean): RowFate {
  if (fate.kind !== 'unchanged' && fate.kind !== 'changed' && fate.kind !== 'retyped') return fate.kind;
  return changed ? 'changed' : told ? 'retyped' : 'unchanged';
}

function piecesOf(fate: Fate): readonly Piece[] {
  const whole = (kind: 'kept' | 'inserted' | 'deleted', { node }: Leaf): Piece[] => {
    // Text that strayed out of any block is a block to us.
    const content = node.type === 'text' ? [node] : (node.content ?? []);
    return content.length > 0 ? [{ kind, content }] : [];
  };
  switch (fate.kind) {
    case 'added':
    case 'copied':
      return whole('inserted', fate.after);
    case 'removed':
      return whole('deleted', fate.before);
    case 'split':
    case 'merged':
      return fate.difference.pieces;
    default:
      return fate.difference?.pieces ?? whole('kept', fate.after);
  }
}

const ofCopy = (fate: Fate): Fact[] =>
  fate.kind === 'copied' ? [{ kind: 'copied', of: excerptOf(fate.of) }] : [];

function factsOfFate(fate: Fate): Fact[] {
  switch (fate.kind) {
    case 'added':
    case 'removed':
    case 'copied':
      return [];
    case 'split': {
      const [first] = fate.after;
      const facts = first ? factsOfBlock(fate.before.node, first.node, fate.difference) : [];
      return [{ kind: 'split', count: fate.after.length }, ...facts];
    }
    case 'merged': {
      const [first] = fate.before;
      const facts = first ? factsOfBlock(first.node, fate.after.node, fate.difference) : [];
      return [{ kind: 'merged', count: fate.before.length }, ...facts];
    }
    default:
      return fate.difference ? factsOfBlock(fate.before.node, fate.after.node, fate.difference) : [];
  }
}

/** @param told what the block above says: the blocks that follow an indented one stand otherwise only because of it */
function containerFactsOf(fate: Fate, told: readonly ContainerFact[]): ContainerFact[] {
  if (!('retyped' in fate) || !fate.retyped) return [];
  const facts = factsOfContainers(fate.before, fate.after);
  const own =
    fate.difference !== null && (fate.difference.type ?? fate.difference.attributes[0] ?? null) !== null;
  return facts.length > 0 || own || told.length > 0 ? facts : regrouped(fate.before, fate.after);
}

const sameFact = (one: ContainerFact, other: ContainerFact): boolean =>
  JSON.stringify(one.fact) === JSON.stringify(other.fact) &&
  one.about.length === other.about.length &&
  one.about.every((node, index) => node === other.about[index]);

import { commonRuns } from './common-runs';
import type { NodeJson } from './document';
import { partsCharacter, sliceInline, textOfInline } from './inline-text';

/** Either `keep` of the old nodes, which begin at `from`, look like `nodes` now; or `nodes` are new. Then `remove` go. */
export interface InlineStep {
  readonly keep: number;
  readonly from: number;
  readonly nodes: readonly NodeJson[];
  readonly remove: number;
}

/** The way from some inline nodes to others that leaves the most standing, in order. */
export function stepsBetween(old: readonly NodeJson[], content: readonly NodeJson[]): InlineStep[] {
  const steps: InlineStep[] = [];
  const [before, after] = [textOfInline(old), textOfInline(content)];
  let [oldAt, newAt] = [0, 0];
  const step = (keep: number, remove: number, size: number) => {
    if (keep > 0 || remove > 0 || size > 0)
      steps.push({ keep, from: oldAt, nodes: sliceInline(content, newAt, newAt + size), remove });
    oldAt += keep + remove;
    newAt += size;
  };
  for (const run of keptRuns(old, content, before, after)) {
    step(0, run.a - oldAt, run.b - newAt);
    step(run.length, 0, run.length);
  }
  step(0, before.length - oldAt, after.length - newAt);
  return steps;
}

interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Stretches that stay: equal letters, and equal inline nodes; never half of a character. */
function keptRuns(
  old: readonly NodeJson[],
  content: readonly NodeJson[],
  before: string,
  after: string,
): Run[] {
  const nodes = [nodesByOffset(old), nodesByOffset(content)] as const;
  const same = (a: number, b: number) => before[a] === after[b] && nodes[0].get(a) === nodes[1].get(b);
  const kept: Run[] = [];
  const keep = (a: number, b: number, length: number) => {
    let [left, right] = [0, length];
    if (partsCharacter(before, a) || partsCharacter(after, b)) left += 1;
    if (partsCharacter(before, a + right) || partsCharacter(after, b + right)) right -= 1;
    if (right > left) kept.push({ a: a + left, b: b + left, length: right - left });
  };
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  keep(0, 0, head);
  const middle = commonRuns(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    MIN_KEPT,
  );
  for (const { a, b, length } of middle) {
    let begun = 0;
    for (let index = 0; index <= length; index += 1) {
      if (index < length && same(head + a + index, head + b + index)) continue;
      keep(head + a + begun, head + b + begun, index - begun);
      begun = index + 1;
    }
  }
  keep(before.length - tail, after.length - tail, tail);
  return kept;
}

/** Shorter stretches within a rewritten passage are not worth keeping apart. */
const MIN_KEPT = 4;

function nodesByOffset(content: readonly NodeJson[]): Map<number, string> {
  const nodes = new Map<number, string>();
  let at = 0;
  for (const node of content) {
    if (node.type !== 'text') nodes.set(at, JSON.stringify([node.type, node.attrs ?? null]));
    at += node.type === 'text' ? (node.text ?? '').length : 1;
  }
  return nodes;
}

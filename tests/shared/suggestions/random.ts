import * as build from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { seededRandom } from '../../sync/seed';

/** Random choices that only depend on a seed. */
export interface Random {
  below(limit: number): number;
  chance(part: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  const next = seededRandom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (part) => next() < part,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}

const WORDS =
  'the tool guides teachers in all five countries and their pupils with examples from practice that national networks gathered during the first year of a study on digital methods they evaluate quality together'.split(
    ' ',
  );

/** Some words; few enough different ones that they repeat within a paragraph. */
export function words(random: Random, count = 1 + random.below(12)): string {
  return Array.from(
    { length: count },
    () => random.pick(WORDS) + (random.chance(0.12) ? random.pick([',', '.', ' –']) : ''),
  ).join(' ');
}

export function inlines(random: Random, notes: string[] = []): NodeJson[] {
  const nodes: NodeJson[] = [];
  for (let parts = random.below(5); parts > 0; parts--) {
    const text = `${words(random)} `;
    const kind = random.below(12);
    if (kind === 0) nodes.push(build.bold(text));
    else if (kind === 1) nodes.push(build.italic(text));
    else if (kind === 2) nodes.push(build.link(text, 'https://example.org/'));
    else if (kind === 3) nodes.push(build.hardBreak());
    else if (kind === 4 && notes.length > 0) nodes.push(build.noteMark(random.pick(notes)));
    else nodes.push({ type: 'text', text });
  }
  return nodes;
}

/** Any kind of block. */
export function block(random: Random, depth = 0, notes: string[] = []): NodeJson {
  const kind = random.below(depth > 1 ? 6 : 14);
  const some = <T>(most: number, make: () => T) => Array.from({ length: 1 + random.below(most) }, make);
  const inner = () => inlines(random, notes);
  if (kind === 4) return build.heading(random.pick([1, 2, 3, 4]), inner());
  if (kind === 5) return random.chance(0.5) ? build.rule() : build.codeBlock(null, words(random));
  if (kind === 6 || kind === 7)
    return random.pick([build.bullets, build.steps])(
      ...some(4, () =>
        random.chance(0.25) ? { text: inner(), under: [block(random, depth + 1, notes)] } : inner(),
      ),
    );
  if (kind === 8) return build.tasks(...some(3, () => ({ done: random.chance(0.5), text: inner() })));
  if (kind === 9) return build.quote(...some(2, () => block(random, depth + 1, notes)));
  if (kind === 10)
    return build.callout(random.pick(['note', 'tip']), ...some(2, () => block(random, depth + 1, notes)));
  if (kind === 11) {
    const columns = 1 + random.below(3);
    const row = () => Array.from({ length: columns }, inner);
    return build.table(row(), ...some(3, row));
  }
  if (kind === 12)
    return build.figure(
      { src: '/api/images/abcd.webp', alt: words(random, 3), width: 300, height: 200 },
      inner(),
    );
  return build.paragraph(inner());
}

/** A chapter with some of everything. */
export function chapter(random: Random, size = 3 + random.below(10)): NodeJson {
  const notes = Array.from({ length: random.below(3) }, (_, index) => `note${index}-${random.below(1e6)}`);
  return build.document(
    ...Array.from({ length: size }, () => block(random, 0, notes)),
    ...notes.map((id) => build.note(id, inlines(random))),
  );
}

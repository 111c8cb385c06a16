import type { Edit } from '../manuscript/edits';
import type { Arrangement } from './arrangement';
import type { Step } from './step';

/**
 * The edits that carry out placed suggestions together: first the words, in each block from its end, so that offsets hold; then
 * what the arrangement, on which all of them were carried out, does with the blocks.
 */
export function editsOf(
  placements: readonly { readonly steps: readonly Step[] }[],
  arrangement: Arrangement,
): Edit[] {
  const texts = placements.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'change' ? [step.text] : [])),
  );
  texts.sort((one, other) => other.from - one.from || other.to - one.to);
  return [
    ...texts.map(
      ({ blockId, from, to, content }): Edit => ({ kind: 'replace-text', blockId, from, to, content }),
    ),
    ...arrangement.edits,
  ];
}

import type { ChapterState } from '../access/state';
import type { MOVE_BLOCKS, OfferedMove } from './review';

/** Who moves: whoever writes asks for review, whoever coordinates does the rest. */
type Mover = 'writes' | 'steers';

interface Edge {
  readonly from: ChapterState;
  readonly to: ChapterState;
  readonly by: Mover;
  /** Backward: a reason must be given. */
  readonly backward: boolean;
}

const forward = (from: ChapterState, to: ChapterState, by: Mover): Edge => ({
  from,
  to,
  by,
  backward: false,
});
const backward = (from: ChapterState, to: ChapterState): Edge => ({ from, to, by: 'steers', backward: true });

/** All moves there are (R1). To `draft` from a locked state is reopening: the signatures are void (R5). */
export const EDGES: readonly Edge[] = [
  forward('draft', 'in-review', 'writes'),
  forward('changes-requested', 'in-review', 'writes'),
  forward('in-review', 'sign-off', 'steers'),
  forward('sign-off', 'approved', 'steers'),
  forward('approved', 'published', 'steers'),
  forward('published', 'superseded', 'steers'),
  backward('in-review', 'changes-requested'),
  backward('in-review', 'draft'),
  backward('sign-off', 'draft'),
  backward('approved', 'draft'),
  backward('published', 'draft'),
];

/** What a move depends on besides the state. */
export interface Circumstances {
  readonly mayWrite: boolean;
  readonly maySteer: boolean;
  readonly archived: boolean;
  readonly openSuggestions: number;
  /** Everybody who has to sign is named. */
  readonly signatoriesNamed: boolean;
  /** Whether the sign-off under way is met. */
  readonly met: boolean;
  /** A chapter whose whole output is being signed moves with it only. */
  readonly boundToOutput: boolean;
}

/** The moves that may be offered to somebody, with what stands in the way (R1, R4, R7). Pure; asked by server and page. */
export function movesFrom(state: ChapterState, at: Circumstances): OfferedMove[] {
  return EDGES.filter(({ from, by }) => from === state && (by === 'writes' ? at.mayWrite : at.maySteer)).map(
    ({ to, backward: needsReason }) => ({ to, needsReason, blocked: blockOf(to, at) }),
  );
}

function blockOf(to: ChapterState, at: Circumstances): (typeof MOVE_BLOCKS)[number] | null {
  if (at.archived) return 'archived';
  if (at.boundToOutput) return 'whole-output';
  if (to === 'sign-off') {
    if (at.openSuggestions > 0) return 'open-suggestions';
    if (!at.signatoriesNamed) return 'no-signatories';
  }
  if (to === 'approved' && !at.met) return 'policy-not-met';
  return null;
}

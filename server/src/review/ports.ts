import type { Country } from '@accord/shared/access/role';
import type { ChapterState } from '@accord/shared/access/state';
import type { SignOff, SignOffPolicy, StateMove } from '@accord/shared/review/review';

/** An output as its review sees and changes it. One record holds states, signatures and history: they change together or not at all. */
export interface ReviewedOutput {
  readonly id: string;
  readonly title: string;
  readonly archived: boolean;
  readonly coordinatorId: string | null;
  readonly partnerIds: readonly string[];
  readonly chapters: readonly ReviewedChapter[];
  policy: SignOffPolicy;
  readonly signOffs: SignOff[];
  readonly moves: StateMove[];
}

export interface ReviewedChapter {
  readonly id: string;
  readonly title: string;
  readonly archived: boolean;
  state: ChapterState;
}

/** The outputs' records. */
export interface ReviewShelf {
  list(): readonly ReviewedOutput[];
  /** @throws Failure('not-found') */
  output(outputId: string): ReviewedOutput;
  /** @throws Failure('not-found') */
  outputOf(chapterId: string): ReviewedOutput;
  /** Changes an output durably. @throws what `change` throws; then nothing has changed */
  change(outputId: string, change: (draft: ReviewedOutput) => void): Promise<ReviewedOutput>;
  /** Tells the rest of the server that chapters' states have changed. */
  announce(outputId: string, chapterIds: readonly string[]): void;
}

/** What a review asks about people. */
export interface ReviewPeople {
  isActive(personId: string): boolean;
  /** As they are called now; null when there is no such person. */
  named(personId: string): {
    readonly id: string;
    readonly name: string;
    readonly partner: string;
    readonly country: Country;
  } | null;
  partners(): readonly { readonly id: string; readonly country: Country }[];
}

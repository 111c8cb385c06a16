import { listOutputs, readChapter, readOutput } from '@accord/shared/outputs/outputs';
import {
  answerObjection,
  changeEditorially,
  listReviews,
  moveChapter,
  moveOutput,
  type RecordFormat,
  type Review,
  readOutputRecord,
  readOutputReview,
  readRecord,
  readReview,
  type Signing,
  signChapter,
  signOutput,
  type Transition,
} from '@accord/shared/review/review';
import { countOpenSuggestions } from '@accord/shared/suggestions/suggestions';
import { listVersions } from '@accord/shared/versions/versions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addressOf, call } from '../api/call';
import { queryKeyOf } from '../api/use-endpoint';

/** What is reviewed: a chapter, or a whole output. */
export type Target = { readonly chapterId: string } | { readonly outputId: string };

/** All that a step of the review makes stale. */
const STALE = [
  readReview,
  readOutputReview,
  listReviews,
  readChapter,
  readOutput,
  listOutputs,
  listVersions,
  countOpenSuggestions,
];

/** How a review stands; asked again whenever it is shown anew or somebody has moved it. */
export function useReview(target: Target) {
  return useQuery<Review>({
    queryKey:
      'chapterId' in target
        ? queryKeyOf(readReview, { params: target })
        : queryKeyOf(readOutputReview, { params: target }),
    queryFn: ({ signal }) =>
      'chapterId' in target
        ? call(readReview, { params: target }, signal)
        : call(readOutputReview, { params: target }, signal),
  });
}

/** A step of a review. */
export type Step =
  | ({ readonly what: 'move' } & Pick<Transition, 'to' | 'expected'> & Partial<Transition>)
  | ({ readonly what: 'sign' } & Signing)
  | {
      readonly what: 'answer';
      readonly signOffId: string;
      readonly signatureId: string;
      readonly text: string;
    }
  | { readonly what: 'change'; readonly suggestionIds: string[]; readonly note: string };

/** Takes a step; whatever comes of it, what is shown is asked for again: somebody else may have been first (R9). */
export function useStep(target: Target) {
  const queries = useQueryClient();
  return useMutation<Review, Error, Step>({
    mutationFn: (step) => take(target, step),
    onSettled: () => Promise.all(STALE.map(({ path }) => queries.invalidateQueries({ queryKey: [path] }))),
  });
}

/** Where the approval record is to be had. */
export const recordAddress = (target: Target, format: RecordFormat): string =>
  'chapterId' in target
    ? addressOf(readRecord, { params: target, query: { format } })
    : addressOf(readOutputRecord, { params: target, query: { format } });

function take(target: Target, step: Step): Promise<Review> {
  if (step.what === 'answer') {
    const { signOffId, signatureId, text } = step;
    return call(answerObjection, { params: { signOffId }, body: { signatureId, text } });
  }
  if (step.what === 'move') {
    const { what: _, ...body } = step;
    return 'chapterId' in target
      ? call(moveChapter, { params: target, body })
      : call(moveOutput, { params: target, body });
  }
  if (step.what === 'sign') {
    const { what: _, ...body } = step;
    return 'chapterId' in target
      ? call(signChapter, { params: target, body })
      : call(signOutput, { params: target, body });
  }
  if (!('chapterId' in target)) throw new Error('a change is made in a chapter');
  const { suggestionIds, note } = step;
  return call(changeEditorially, { params: target, body: { suggestionIds, note } });
}

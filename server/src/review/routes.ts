import type { Actor } from '@accord/shared/access/decide';
import {
  answerObjection,
  changeEditorially,
  listReviews,
  moveChapter,
  moveOutput,
  readOutputReview,
  readReview,
  setSignOffPolicy,
  signChapter,
  signOutput,
} from '@accord/shared/review/review';
import { type BoundEndpoint, bind } from '../http/bind';
import type { Reviews } from './review';

/** The HTTP side of review and sign-off. @param readable ids of the outputs somebody may read, in order */
export const reviewRoutes = (
  reviews: Reviews,
  readable: (actor: Actor) => Promise<readonly string[]>,
): BoundEndpoint[] => [
  bind(readReview, ({ caller, params }) => reviews.read(caller.actor, reviews.targetOf(params.chapterId))),
  bind(readOutputReview, ({ caller, params }) => reviews.read(caller.actor, { ...params, chapterId: null })),
  bind(listReviews, async ({ caller }) => reviews.list(caller.actor, await readable(caller.actor))),
  bind(moveChapter, ({ caller, params, body }) =>
    reviews.move(caller.actor, reviews.targetOf(params.chapterId), body),
  ),
  bind(moveOutput, ({ caller, params, body }) =>
    reviews.move(caller.actor, { ...params, chapterId: null }, body),
  ),
  bind(signChapter, ({ caller, params, body }) =>
    reviews.sign(caller.actor, reviews.targetOf(params.chapterId), body),
  ),
  bind(signOutput, ({ caller, params, body }) =>
    reviews.sign(caller.actor, { ...params, chapterId: null }, body),
  ),
  bind(answerObjection, ({ caller, params, body }) => reviews.answer(caller.actor, params.signOffId, body)),
  bind(changeEditorially, ({ caller, params, body }) =>
    reviews.changeEditorially(caller.actor, params.chapterId, body),
  ),
  bind(setSignOffPolicy, ({ params, body }) => reviews.setPolicy(params.outputId, body)),
];

import type { Actor } from '@accord/shared/access/decide';
import type { ApprovalRecord } from '@accord/shared/review/record';
import {
  answerObjection,
  changeEditorially,
  listReviews,
  moveChapter,
  moveOutput,
  type RecordFormat,
  readOutputRecord,
  readOutputReview,
  readRecord,
  readReview,
  setSignOffPolicy,
  signChapter,
  signOutput,
} from '@accord/shared/review/review';
import { type BoundEndpoint, bind, type Caller, type Reply } from '../http/bind';
import type { Reviews } from './review';

/** A record as it is sent. */
export type RecordFile = string | Uint8Array<ArrayBuffer>;

/** The HTTP side of review and sign-off. @param readable ids of the outputs somebody may read, in order; `sendRecord` writes an approval record in a format */
export const reviewRoutes = (
  reviews: Reviews,
  readable: (actor: Actor) => Promise<readonly string[]>,
  sendRecord: (
    caller: Caller,
    record: ApprovalRecord,
    format: RecordFormat,
    reply: Reply,
  ) => Promise<RecordFile>,
): BoundEndpoint[] => [
  bind(readRecord, async ({ caller, params, query, reply }) =>
    sendRecord(caller, await reviews.record(reviews.targetOf(params.chapterId)), query.format, reply),
  ),
  bind(readOutputRecord, async ({ caller, params, query, reply }) =>
    sendRecord(caller, await reviews.record({ ...params, chapterId: null }), query.format, reply),
  ),
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

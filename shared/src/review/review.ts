import { z } from 'zod';
import { Country } from '../access/role';
import { ChapterState } from '../access/state';
import { endpoint } from '../kernel/endpoint';
import { Day, Id, Timestamp } from '../kernel/id';

/** What a signatory can say to a text (R3). Silence is none of them. */
export const SIGNATURE_DECISIONS = ['agree', 'agree-with-comments', 'object', 'abstain'] as const;
export const SignatureDecision = z.enum(SIGNATURE_DECISIONS);
export type SignatureDecision = z.infer<typeof SignatureDecision>;

export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A country's code, or a partner's id where institutions sign. */
export const SlotKey = z.string().min(2).max(64);
const Words = z.string().trim().max(2000);

/** Who signs: countries or institutions, and for each a person and who stands in for them. */
export const SignOffPolicy = z.object({
  by: z.enum(['countries', 'institutions']),
  /** Days a signatory has, and has to object to an editorial change. */
  days: z.number().int().min(1).max(365),
  signatories: z
    .array(z.object({ key: SlotKey, signatoryId: Id.nullable(), deputyId: Id.nullable() }))
    .max(100),
});
export type SignOffPolicy = z.infer<typeof SignOffPolicy>;
export const DEFAULT_POLICY: SignOffPolicy = { by: 'countries', days: 14, signatories: [] };

/** The place of one signature, as it was when it was asked for. */
export const Slot = z.object({
  key: SlotKey,
  country: Country,
  partnerId: Id.nullable(),
  signatoryId: Id,
  deputyId: Id.nullable(),
});
export type Slot = z.infer<typeof Slot>;

/** The exact text of a chapter that is being signed. */
export const SignedText = z.object({
  chapterId: Id,
  title: z.string(),
  versionId: Id,
  /** SHA-256 of its canonical JSON. */
  hash: Hash,
  /** Last log sequence number in it. */
  seq: z.number().int(),
});
export type SignedText = z.infer<typeof SignedText>;

/** Something a signatory did: they signed, or took their signature back. Never changed afterwards (R8). */
export const SignatureEvent = z.object({
  id: Id,
  at: Timestamp,
  slot: SlotKey,
  personId: Id,
  decision: z.union([SignatureDecision, z.literal('withdrawn')]),
  comment: Words,
  /** Of the text they had before them. */
  hash: Hash,
});
export type SignatureEvent = z.infer<typeof SignatureEvent>;

/** A declared change of a text that is being signed or was approved (R5). */
export const EditorialChange = z.object({
  id: Id,
  at: Timestamp,
  /** The coordinator who applied it; `proposerIds`: whose suggestions it was made of. */
  personId: Id,
  proposerIds: z.array(Id),
  suggestionIds: z.array(Id),
  note: Words,
  from: SignedText,
  to: SignedText,
  /** The hash that was signed, before and after. */
  fromHash: Hash,
  toHash: Hash,
  /** Until when a signatory may object. */
  objectUntil: Timestamp,
});
export type EditorialChange = z.infer<typeof EditorialChange>;

/** One asking for signatures under an exact text: of a chapter, or of all chapters of an output. */
export const SignOff = z.object({
  id: Id,
  /** The chapter it is about; null: the whole output. */
  chapterId: Id.nullable(),
  by: SignOffPolicy.shape.by,
  openedAt: Timestamp,
  openedBy: Id,
  note: Words,
  deadline: Day.nullable(),
  /** In the order of the output. */
  texts: z.array(SignedText).min(1),
  /** What is signed: of one chapter its hash, of an output `hashOfTexts`. */
  hash: Hash,
  slots: z.array(Slot).min(1),
  signatures: z.array(SignatureEvent),
  /** What the coordinator answered to an objection. */
  answers: z.array(z.object({ at: Timestamp, personId: Id, to: Id, text: Words })),
  changes: z.array(EditorialChange),
  /** An editorial change that has begun; null when none is under way. */
  underway: EditorialChange.omit({ to: true, toHash: true }).nullable(),
  ended: z.object({ at: Timestamp, personId: Id, how: z.enum(['approved', 'reopened']) }).nullable(),
});
export type SignOff = z.infer<typeof SignOff>;

/** A change of state, on record (R1). */
export const StateMove = z.object({
  id: Id,
  at: Timestamp,
  personId: Id,
  /** Null: all chapters of the output. */
  chapterId: Id.nullable(),
  from: ChapterState,
  to: ChapterState,
  note: Words,
  /** The version stored with it, where it is about one chapter. */
  versionId: Id.nullable(),
});
export type StateMove = z.infer<typeof StateMove>;

/** Why a move that is otherwise allowed can't be made now. */
export const MOVE_BLOCKS = [
  'open-suggestions',
  'policy-not-met',
  'whole-output',
  'no-signatories',
  'archived',
] as const;
/** A move this person may make; `blocked`: not now, and why. */
export const OfferedMove = z.object({
  to: ChapterState,
  needsReason: z.boolean(),
  blocked: z.enum(MOVE_BLOCKS).nullable(),
});
export type OfferedMove = z.infer<typeof OfferedMove>;

/** How a slot stands: the signature that counts, or null: no reply. */
export const SlotStanding = z.object({ slot: Slot, signature: SignatureEvent.nullable() });
export type SlotStanding = z.infer<typeof SlotStanding>;

/** A sign-off with what it comes to. */
export const ShownSignOff = SignOff.omit({ underway: true }).extend({
  standings: z.array(SlotStanding),
  /** Whether the policy is met (R4). */
  met: z.boolean(),
  /** Slots in which the person who asks may sign now. */
  mine: z.array(SlotKey),
});
export type ShownSignOff = z.infer<typeof ShownSignOff>;

/** How the review of a chapter or an output stands, for the person who asks. */
export const Review = z.object({
  outputId: Id,
  /** Null: of the whole output. */
  chapterId: Id.nullable(),
  /** Of an output: its chapters' common state, null while they differ. */
  state: ChapterState.nullable(),
  moves: z.array(OfferedMove),
  /** Asks for signatures, answers objections, applies editorial changes. */
  maySteer: z.boolean(),
  /** The latest; of a chapter also that of its whole output. */
  signOff: ShownSignOff.nullable(),
  /** Oldest first. */
  history: z.array(StateMove),
  openSuggestions: z.number().int(),
  openThreads: z.number().int(),
  policy: SignOffPolicy,
});
export type Review = z.infer<typeof Review>;

/** An output on the Desk: who is awaited, country by country (R11). */
export const ReviewSummary = z.object({
  outputId: Id,
  pips: z.record(Country, z.enum(['signed', 'awaited', 'objecting', 'not-asked'])),
  /** Sign-offs under way: whose signatures are missing. */
  awaited: z.array(
    z.object({
      signOffId: Id,
      chapterId: Id.nullable(),
      deadline: Day.nullable(),
      personIds: z.array(Id),
      /** Whether the person who asks is awaited. */
      mine: z.boolean(),
    }),
  ),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

const ofChapter = z.object({ chapterId: Id });
const ofOutput = z.object({ outputId: Id });
const Transition = z.object({
  to: ChapterState,
  /** The state the person saw: where it is another meanwhile, nothing is done (R9). */
  expected: ChapterState.nullable(),
  note: Words.default(''),
  /** Until when signatures are awaited; without it the policy's number of days. */
  deadline: Day.nullable().default(null),
  /** Asks for sign-off although comments are open (R7). */
  despiteComments: z.boolean().default(false),
});
export type Transition = z.output<typeof Transition>;
const Signing = z.object({
  decision: z.union([SignatureDecision, z.literal('withdrawn')]),
  /** Of the text the person has before them (R10). */
  hash: Hash,
  comment: Words.default(''),
});
export type Signing = z.output<typeof Signing>;
const Answer = z.object({ signatureId: Id, text: Words.min(1) });

const MOVE_FAILURES = [
  'not-allowed',
  'conflict',
  'reason-needed',
  'open-suggestions',
  'open-comments',
  'policy-not-met',
  'no-signatories',
  'archived',
] as const;

export const readReview = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/review',
  summary: 'How the review of a chapter stands, and what the person who asks may do about it.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: ofChapter,
  output: Review,
});
export const readOutputReview = endpoint({
  method: 'GET',
  path: '/api/outputs/:outputId/review',
  summary: 'How the review of a whole output stands.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: ofOutput,
  output: Review,
});
export const listReviews = endpoint({
  method: 'GET',
  path: '/api/reviews',
  summary: 'Where each output stands with its signatures, and who is awaited.',
  permission: 'signed-in',
  output: z.array(ReviewSummary),
});
export const moveChapter = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/transitions',
  summary: 'Move a chapter to another state of its review.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: ofChapter,
  body: Transition,
  output: Review,
  failures: [...MOVE_FAILURES],
});
export const moveOutput = endpoint({
  method: 'POST',
  path: '/api/outputs/:outputId/transitions',
  summary:
    'Move all chapters of an output together: ask for sign-off of the whole, approve, publish, reopen.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: ofOutput,
  body: Transition,
  output: Review,
  failures: [...MOVE_FAILURES],
});
const SIGN_FAILURES = ['not-allowed', 'reason-needed', 'text-changed', 'not-in-sign-off'] as const;
export const signChapter = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/signatures',
  summary: 'Sign the text of a chapter that is in sign-off, or take the own signature back.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: ofChapter,
  body: Signing,
  output: Review,
  failures: [...SIGN_FAILURES],
});
export const signOutput = endpoint({
  method: 'POST',
  path: '/api/outputs/:outputId/signatures',
  summary: 'Sign the text of a whole output, or take the own signature back.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: ofOutput,
  body: Signing,
  output: Review,
  failures: [...SIGN_FAILURES],
});
export const answerObjection = endpoint({
  method: 'POST',
  path: '/api/sign-offs/:signOffId/answers',
  summary: 'Answer an objection, as the coordinator.',
  permission: 'signed-in',
  params: z.object({ signOffId: Id }),
  body: Answer,
  output: Review,
  failures: ['not-found', 'not-allowed', 'not-in-sign-off'],
});
export const changeEditorially = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/editorial-changes',
  summary:
    'Apply suggestions to a text that is being signed or was approved, declared to every signatory (R5).',
  permission: { action: 'chapter.steer', on: 'chapter', param: 'chapterId' },
  params: ofChapter,
  body: z.object({ suggestionIds: z.array(Id).min(1).max(100), note: Words.min(1) }),
  output: Review,
  failures: ['not-found', 'not-in-sign-off', 'conflicts-with-text', 'already-decided'],
});
export const RECORD_FORMATS = ['json', 'html', 'docx'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];
const ofRecord = z.object({ format: z.enum(RECORD_FORMATS).default('json') });
export const readRecord = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/approval-record',
  summary: 'The approval record of a chapter: as JSON with the signed text, or as a page.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: ofChapter,
  query: ofRecord,
  output: z.union([z.string(), z.instanceof(Uint8Array)]),
  contentType: 'application/octet-stream',
  failures: ['not-found', 'document-unreadable'],
});
export const readOutputRecord = endpoint({
  method: 'GET',
  path: '/api/outputs/:outputId/approval-record',
  summary: 'The approval record of a whole output.',
  permission: { action: 'output.read', on: 'output', param: 'outputId' },
  params: ofOutput,
  query: ofRecord,
  output: z.union([z.string(), z.instanceof(Uint8Array)]),
  contentType: 'application/octet-stream',
  failures: ['not-found', 'document-unreadable'],
});
export const setSignOffPolicy = endpoint({
  method: 'PUT',
  path: '/api/outputs/:outputId/sign-off-policy',
  summary: 'Set who signs an output and its chapters, from the next asking on.',
  permission: { action: 'output.edit', on: 'output', param: 'outputId' },
  params: ofOutput,
  body: SignOffPolicy,
  output: SignOffPolicy,
  failures: ['invalid-input'],
});

import { z } from 'zod';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';
import { TextAnchor, TextPoint } from '../manuscript/anchor';
import type { NodeJson } from '../manuscript/document';

/** Most operations of one suggestion, and most bytes of it as JSON. */
export const MAX_OPERATIONS = 200;
export const MAX_SUGGESTION_BYTES = 512 * 1024;
/** Longest text block, in UTF-16 units, in which changes can be suggested. */
export const MAX_BLOCK_TEXT = 100_000;

/** Inline or block nodes as ProseMirror's JSON; the schema checks them where they are used. */
const Nodes = z.array(z.looseObject({ type: z.string().max(50) })).max(5000) as unknown as z.ZodType<
  NodeJson[]
>;
const Attributes = z.record(z.string().max(50), z.unknown());

/** Where blocks stand: in which container, after and before which siblings. Null: the chapter itself; none there. */
export const Place = z.object({
  parentId: Id.nullable(),
  previousId: Id.nullable(),
  nextId: Id.nullable(),
});
export type Place = z.infer<typeof Place>;

/**
 * One step of a suggestion against the text as it was when it was made. Each holds what was and what is to be, so that it
 * can be shown, checked against the text of now, and turned round.
 */
export const Operation = z.discriminatedUnion('kind', [
  /** Inline content within one text block: inserted (`before` empty), deleted (`after` empty), replaced, or formatted. */
  z.object({
    kind: z.literal('change'),
    anchor: TextAnchor,
    /**
     * The whole block's inline text (`inlineText`) as it was. Aligned word by word with the text of now it tells whether the
     * words meant still stand; a quote alone would also be found where somebody else wrote the same words.
     */
    blockText: z.string().max(MAX_BLOCK_TEXT),
    before: Nodes,
    after: Nodes,
  }),
  /** Type or attributes of one block: heading level, image and its alt text, kind of list or call-out, header cell. */
  z.object({
    kind: z.literal('retype'),
    blockId: Id,
    before: z.object({ type: z.string().max(50), attrs: Attributes }),
    after: z.object({ type: z.string().max(50), attrs: Attributes }),
    /** Beginning of the block's text, to show. */
    quote: z.string().max(200),
  }),
  /** Neighbouring blocks with all they hold: added (`before` empty), removed (`after` empty), or replaced (made a list). */
  z.object({ kind: z.literal('blocks'), place: Place, before: Nodes, after: Nodes }),
  z.object({ kind: z.literal('move'), blockId: Id, from: Place, to: Place, quote: z.string().max(200) }),
]);
export type Operation = z.infer<typeof Operation>;

export const SUGGESTION_STATES = ['open', 'accepted', 'rejected', 'withdrawn'] as const;
export const SuggestionState = z.enum(SUGGESTION_STATES);
export type SuggestionState = z.infer<typeof SuggestionState>;

/** A proposed change of a chapter's text, held by the server until somebody who may write decides. */
export const Suggestion = z.object({
  id: Id,
  chapterId: Id,
  /** The proposer. */
  personId: Id,
  at: Timestamp,
  editedAt: Timestamp.nullable(),
  /** Raised with every change of the record. */
  revision: z.number().int().min(1),
  /** Carried out together or not at all. */
  operations: z.array(Operation).min(1).max(MAX_OPERATIONS),
  state: SuggestionState,
  /** Whether an open one fits the committed text as it was last looked at (S5). */
  standing: z.enum(['applies', 'conflicts']),
  /** Another suggestion that touched the same text was accepted: has to be looked at again (S4). */
  needsLook: z.object({ suggestionId: Id, quote: z.string().max(200), at: Timestamp }).nullable(),
  /** Who decided; all suggestions decided at once share the decision's id. */
  decision: z.object({ id: Id, personId: Id, at: Timestamp }).nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

const chapterParams = z.object({ chapterId: Id });
const suggestionParams = z.object({ suggestionId: Id });
const Operations = z.array(Operation).min(1).max(MAX_OPERATIONS);

export const listSuggestions = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/suggestions',
  summary: 'The suggestions of a chapter, oldest first; decided ones on request.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  query: z.object({ state: z.enum(['open', 'all']).default('open') }),
  output: z.array(Suggestion),
});
export const makeSuggestion = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/suggestions',
  summary: 'Suggest a change of the text. The same `id` sent again by the same person makes nothing twice.',
  permission: { action: 'chapter.suggest', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  body: z.object({ id: Id.optional(), operations: Operations }),
  output: Suggestion,
  failures: ['invalid-input', 'archived', 'chapter-locked', 'conflict', 'too-large'],
});

export const countOpenSuggestions = endpoint({
  method: 'GET',
  path: '/api/suggestions/open',
  summary:
    'How many open suggestions each chapter has whose text the person may change; chapters without are left out.',
  permission: 'signed-in',
  output: z.array(z.object({ chapterId: Id, count: z.number().int().min(1) })),
});

// What follows names a suggestion: whether the person may is asked of its chapter by the handler.
export const changeSuggestion = endpoint({
  method: 'PATCH',
  path: '/api/suggestions/:suggestionId',
  summary: 'Change an own open suggestion, while it goes on being written.',
  permission: 'signed-in',
  params: suggestionParams,
  body: z.object({ operations: Operations }),
  output: Suggestion,
  failures: [
    'not-found',
    'not-allowed',
    'invalid-input',
    'archived',
    'chapter-locked',
    'already-decided',
    'too-large',
  ],
});
export const withdrawSuggestion = endpoint({
  method: 'DELETE',
  path: '/api/suggestions/:suggestionId',
  summary: 'Withdraw an own open suggestion; its discussion stays.',
  permission: 'signed-in',
  params: suggestionParams,
  output: Suggestion,
  failures: ['not-found', 'not-allowed', 'already-decided', 'archived'],
});

/** What became of each suggestion of a decision. */
export const DecisionResult = z.object({
  /** Null when nothing was decided. */
  decisionId: Id.nullable(),
  decided: z.array(Suggestion),
  /** Not accepted since the text has moved on (S5); they stay open. */
  conflicts: z.array(Id),
  /** Decided before, by somebody else or me (S8). */
  already: z.array(Suggestion),
});
export type DecisionResult = z.infer<typeof DecisionResult>;

export const decideSuggestion = endpoint({
  method: 'POST',
  path: '/api/suggestions/:suggestionId/decision',
  summary:
    'Accept or reject one suggestion; `at` puts the words of a conflicting one where the decider says (apply here).',
  permission: 'signed-in',
  params: suggestionParams,
  body: z.object({
    decision: z.enum(['accept', 'reject']),
    at: z.object({ start: TextPoint, end: TextPoint }).optional(),
  }),
  output: DecisionResult,
  failures: [
    'not-found',
    'not-allowed',
    'archived',
    'chapter-locked',
    'already-decided',
    'conflicts-with-text',
  ],
});
export const decideSuggestions = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/decisions',
  summary: 'Accept or reject several suggestions of a chapter as one step (S10).',
  permission: { action: 'chapter.write', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  body: z.object({ decision: z.enum(['accept', 'reject']), suggestionIds: z.array(Id).min(1).max(2000) }),
  output: DecisionResult,
  failures: ['archived', 'chapter-locked'],
});
export const undoDecision = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/decisions/:decisionId/undo',
  summary:
    'Take a decision back: the text as before, the suggestions open again; refused where the text has moved on (S6).',
  permission: { action: 'chapter.write', on: 'chapter', param: 'chapterId' },
  params: z.object({ chapterId: Id, decisionId: Id }),
  output: z.array(Suggestion),
  failures: ['not-found', 'archived', 'chapter-locked', 'conflicts-with-text', 'already-decided'],
});

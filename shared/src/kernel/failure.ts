import { z } from 'zod';

/**
 * Every way in which Accord says no, with the HTTP status it travels under. The list is closed: a code that is
 * not here can't cross a boundary, and the client has a sentence for each in every language.
 */
export const FAILURES = {
  'bad-request': 400,
  'invalid-input': 422,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'link-expired': 410,
  'not-allowed': 403,
  'foreign-origin': 403,
  'account-disabled': 403,
  'not-found': 404,
  conflict: 409,
  'already-decided': 409,
  'conflicts-with-text': 409,
  'different-chapters': 422,
  'email-taken': 409,
  'last-administrator': 409,
  'open-suggestions': 409,
  'open-comments': 409,
  'policy-not-met': 409,
  'no-signatories': 409,
  'not-in-sign-off': 409,
  'text-changed': 409,
  'reason-needed': 422,
  'chapter-locked': 423,
  archived: 423,
  'too-large': 413,
  'unsupported-media': 415,
  'unreadable-image': 422,
  'password-too-short': 422,
  'password-too-common': 422,
  'too-many-requests': 429,
  'document-unreadable': 503,
  'read-only-storage': 503,
  unavailable: 503,
  internal: 500,
} as const;

export type FailureCode = keyof typeof FAILURES;

export const FailureCode = z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]);

/** One field of the input that was wrong: where (`path`, dotted) and what, for programs and developers. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** What an HTTP error body looks like: RFC 9457 problem details, with our stable `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: FailureCode,
  detail: z.string().optional(),
  fields: z.array(FieldProblem).optional(),
  /** Seconds until it makes sense to try again. */
  retryAfter: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** A refusal or fault with a code from the closed list; the only kind of error that crosses a boundary. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly fields: readonly FieldProblem[] | undefined;
  readonly retryAfter: number | undefined;

  /** @param detail one English sentence for logs and programs; people see the code's translated sentence. */
  constructor(
    code: FailureCode,
    detail: string = code,
    more: { fields?: readonly FieldProblem[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.code = code;
    this.fields = more.fields;
    this.retryAfter = more.retryAfter;
  }

  get status(): number {
    return FAILURES[this.code];
  }
}

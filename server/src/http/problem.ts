import type { Problem } from '@accord/shared/kernel/failure';
import { Failure } from '@accord/shared/kernel/failure';
import type { z } from 'zod';

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  423: 'Locked',
  429: 'Too many requests',
  500: 'Internal fault',
  503: 'Unavailable',
};

/** What the HTTP libraries throw: an error with a status and, from the body parser, a type. */
interface LibraryError {
  readonly status?: unknown;
  readonly type?: unknown;
}

/** Any error as a `Failure`; what is not one of ours and not the caller's fault becomes `internal`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { status, type } = (typeof error === 'object' && error !== null ? error : {}) as LibraryError;
  if (status === 413) return new Failure('too-large', 'The body is too large.', { cause: error });
  if (status === 415)
    return new Failure('unsupported-media', 'The body’s encoding is not supported.', { cause: error });
  if (type === 'entity.parse.failed')
    return new Failure('bad-request', 'The body is not JSON.', { cause: error });
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Failure('bad-request', 'The request can’t be read.', { cause: error });
  }
  return new Failure('internal', 'Something went wrong on the server.', { cause: error });
}

/** A failure as RFC 9457 problem details. */
export function toProblem(failure: Failure): Problem {
  return {
    type: `urn:accord:${failure.code}`,
    title: TITLES[failure.status] ?? 'Failure',
    status: failure.status,
    code: failure.code,
    detail: failure.message,
    ...(failure.fields && { fields: [...failure.fields] }),
    ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }),
  };
}

/** @throws Failure('invalid-input') naming each wrong field, unless `value` fits */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new Failure('invalid-input', 'The input does not have the right form.', { fields });
}

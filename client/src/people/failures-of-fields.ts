import { Failure, type FailureCode } from '@accord/shared/kernel/failure';

/** Which field of a form each failure is about; the others are about the form as a whole. */
const FIELDS = {
  'password-too-short': 'password',
  'password-too-common': 'password',
  'email-taken': 'email',
} as const satisfies Partial<Record<FailureCode, string>>;

export type FieldName = (typeof FIELDS)[keyof typeof FIELDS];

/** The form's field a refusal is about, or null. */
export function fieldOf(error: unknown): FieldName | null {
  if (!(error instanceof Failure)) return null;
  if (error.code in FIELDS) return FIELDS[error.code as keyof typeof FIELDS];
  return error.code === 'invalid-input' && error.fields?.some(({ path }) => path === 'email')
    ? 'email'
    : null;
}

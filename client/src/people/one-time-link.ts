import { LANGUAGES, type Language } from '@accord/shared/access/role';
import type { TokenGreeting } from '@accord/shared/people/signing-in';
import type { z } from 'zod';

export type Greeting = z.output<typeof TokenGreeting>;

/** The secret of a one-time link. It stands in the fragment, which browsers never send to a server by themselves. */
export function tokenIn(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
}

/** What the forms behind a link have in common. */
export interface LinkFormProps {
  greeting: Greeting;
  error: Error | null;
  isBusy: boolean;
  onSubmit: (body: { password: string; name?: string; email?: string; language?: Language }) => void;
}

/** The interface's language where it is one a person can have (the pseudo-language is none). */
export const asLanguage = (language: string): Language | undefined =>
  LANGUAGES.find((known) => known === language);

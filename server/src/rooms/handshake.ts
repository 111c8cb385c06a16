import { SCHEMA_VERSION } from '@accord/shared/manuscript/document';
import { type CloseReason, type Hello, PROTOCOL_VERSION } from '@accord/shared/sync/wire';

/** What a client says of itself; the person is null when it does not say. */
export type Introduction = Omit<Hello, 'person'> & { readonly person: string | null };

/**
 * Why a client that introduces itself so can't be let in, or null: the words of one person must not arrive as another's, who has
 * signed in in the same browser since (P5); another protocol or editor would misread or delete what it does not know (U9); a text
 * of another generation must not flow back into this one (D8).
 */
export function objection(hello: Introduction, generation: number, personId: string): CloseReason | null {
  if (hello.person !== null && hello.person !== personId) return 'another-person';
  if (hello.protocol !== PROTOCOL_VERSION || hello.schema !== SCHEMA_VERSION) return 'older-schema';
  return hello.generation !== 0 && hello.generation !== generation ? 'older-generation' : null;
}

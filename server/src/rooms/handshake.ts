import { SCHEMA_VERSION } from '@accord/shared/manuscript/document';
import { type CloseReason, type Hello, PROTOCOL_VERSION } from '@accord/shared/sync/wire';

/**
 * Why a client that introduces itself so can't be let in, or null: another protocol or editor would misread or delete what it does
 * not know (U9), a text of another generation must not flow back into this one (D8).
 */
export function objection(hello: Hello, generation: number): CloseReason | null {
  if (hello.protocol !== PROTOCOL_VERSION || hello.schema !== SCHEMA_VERSION) return 'older-schema';
  return hello.generation !== 0 && hello.generation !== generation ? 'older-generation' : null;
}

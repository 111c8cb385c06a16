import type { Operation } from './suggestions';

/**
 * What takes accepted operations back, to be placed in the text they led to. After a decision use `undo` of
 * `acceptSuggestions`, which knows the text they were carried out on.
 */
export function invertOperations(operations: readonly Operation[]): Operation[] {
  throw new Error(`not built: ${operations.length}`);
}

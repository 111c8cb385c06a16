import { z } from 'zod';

/** A mark on text as ProseMirror's JSON has it. */
export interface MarkJson {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node as ProseMirror's JSON has it. */
export interface NodeJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: MarkJson[];
  text?: string;
}

/** A whole chapter as ProseMirror's JSON. Only the root is checked here; the schema checks the rest. */
export const DocumentJson: z.ZodType<NodeJson> = z.looseObject({ type: z.literal('doc') }) as never;
export type DocumentJson = NodeJson;

/**
 * Number of the editor schema (shared/src/manuscript/schema.ts). Raised with every change to it; the socket's
 * handshake compares it, so that a tab with an older editor never touches what it does not know (U9).
 */
export const SCHEMA_VERSION = 1;

/** Name of the Yjs XML fragment that holds a chapter's text. */
export const FRAGMENT = 'default';

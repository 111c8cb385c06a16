import { Country, Language } from '@accord/shared/access/role';
import { ChapterState } from '@accord/shared/access/state';
import { Day, Id, Timestamp } from '@accord/shared/kernel/id';
import { OutputKind, Title } from '@accord/shared/outputs/outputs';
import { DEFAULT_POLICY, SignOff, SignOffPolicy, StateMove } from '@accord/shared/review/review';
import { z } from 'zod';
import type { ScopeKind } from '../storage/ports';

/** A chapter as it is kept; its text lives in the update log under the same id. */
export const StoredChapter = z.object({
  id: Id,
  title: Title,
  language: Language,
  /** False for a localised copy. */
  source: z.boolean(),
  state: ChapterState,
  writerId: Id.nullable(),
  dueOn: Day.nullable(),
  archived: z.boolean(),
  createdAt: Timestamp,
  createdBy: Id,
});
export type StoredChapter = z.infer<typeof StoredChapter>;

/** An output as it is kept, its chapters in order. */
export const StoredOutput = z.object({
  id: Id,
  kind: OutputKind,
  title: Title,
  issue: z.number().int().min(1).max(5).nullable(),
  language: Language,
  coordinatorCountry: Country,
  coordinatorId: Id.nullable(),
  partnerIds: z.array(Id),
  archived: z.boolean(),
  createdAt: Timestamp,
  createdBy: Id,
  chapters: z.array(StoredChapter),
  /** Who signs, what was signed, and each change of state: in one record with the states, since they change together. */
  policy: SignOffPolicy.default(DEFAULT_POLICY),
  signOffs: z.array(SignOff).default([]),
  moves: z.array(StateMove).default([]),
});
export type StoredOutput = z.infer<typeof StoredOutput>;

/** One file an output; null only before its first commit. */
const OutputFile = z.object({ output: StoredOutput.nullable() });
export type OutputFile = z.infer<typeof OutputFile>;
export const OUTPUT_FILE: ScopeKind<OutputFile> = {
  name: 'output',
  schema: OutputFile,
  empty: () => ({ output: null }),
};

/** The order in which outputs are listed, and whether the workspace's first outputs were made. */
const OrderFile = z.object({ outputIds: z.array(Id), initialised: z.boolean() });
export type OrderFile = z.infer<typeof OrderFile>;
export const ORDER_FILE: ScopeKind<OrderFile> = {
  name: 'output-order',
  schema: OrderFile,
  empty: () => ({ outputIds: [], initialised: false }),
};

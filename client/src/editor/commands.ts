/** The editor's own commands and undo, for code beyond this package: see shared/src/manuscript/commands.ts. */
export type { CollaborationOptions } from '@tiptap/extension-collaboration';
export type { MoveBlock } from './blocks/move-block';
export type { ColumnWidths } from './tables/manuscript-table';

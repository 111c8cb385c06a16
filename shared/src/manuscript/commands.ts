/**
 * The commands that the manuscript's nodes and marks add to the editor. TypeScript forgets such additions at the border
 * of a package; a file that uses them says `import type {} from '@accord/shared/manuscript/commands'`.
 */
export type { BlockquoteOptions } from '@tiptap/extension-blockquote';
export type { BoldOptions } from '@tiptap/extension-bold';
export type { CodeOptions } from '@tiptap/extension-code';
export type { CodeBlockOptions } from '@tiptap/extension-code-block';
export type { HardBreakOptions } from '@tiptap/extension-hard-break';
export type { HeadingOptions } from '@tiptap/extension-heading';
export type { HorizontalRuleOptions } from '@tiptap/extension-horizontal-rule';
export type { ItalicOptions } from '@tiptap/extension-italic';
export type { BulletListOptions } from '@tiptap/extension-list';
export type { ParagraphOptions } from '@tiptap/extension-paragraph';
export type { StrikeOptions } from '@tiptap/extension-strike';
export type { SubscriptExtensionOptions } from '@tiptap/extension-subscript';
export type { SuperscriptExtensionOptions } from '@tiptap/extension-superscript';
export type { TableOptions } from '@tiptap/extension-table';
export type { UnderlineOptions } from '@tiptap/extension-underline';
export type { Callout } from './nodes/callout';
export type { Link } from './nodes/link';

import type { CalloutKind } from '@accord/shared/manuscript/safe';
import {
  CircleAlert,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Lightbulb,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  NotebookPen,
  Pilcrow,
  Plus,
  Quote,
  Shapes,
  Superscript,
  Table,
} from 'lucide-react';
import type { Insertion } from '../feature';

export const CALLOUT_ICONS: Record<CalloutKind, LucideIcon> = {
  note: NotebookPen,
  tip: Lightbulb,
  warning: CircleAlert,
  example: Shapes,
};

const ICONS: Readonly<Record<string, LucideIcon>> = {
  paragraph: Pilcrow,
  heading1: Heading1,
  heading2: Heading2,
  heading3: Heading3,
  heading4: Heading4,
  bulletList: List,
  orderedList: ListOrdered,
  taskList: ListChecks,
  blockquote: Quote,
  table: Table,
  codeBlock: Code,
  horizontalRule: Minus,
  figure: ImagePlus,
  footnote: Superscript,
  ...Object.fromEntries(Object.entries(CALLOUT_ICONS).map(([kind, icon]) => [`callout-${kind}`, icon])),
};

/** The icon of an insertion, by its id. Only menus need them, and those are fetched late. */
export const iconOf = ({ id }: Insertion): LucideIcon => ICONS[id] ?? Plus;

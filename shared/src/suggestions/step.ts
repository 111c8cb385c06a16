import type { NodeJson } from '../manuscript/document';
import type { TextEdit } from './place-change';
import type { Operation } from './suggestions';
import type { Entry } from './tree';

/** An operation of one kind. */
export type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** One operation as it stands in a document. */
export type Step =
  | { readonly kind: 'change'; readonly operation: Of<'change'>; readonly text: TextEdit }
  | {
      readonly kind: 'retype';
      readonly operation: Of<'retype'>;
      readonly blockId: string;
      readonly type: string;
      readonly attrs: Readonly<Record<string, unknown>>;
      readonly old: Entry;
    }
  | {
      readonly kind: 'blocks';
      readonly operation: Of<'blocks'>;
      readonly removed: readonly Entry[];
      /** With what was written in carried blocks since. */
      readonly added: readonly NodeJson[];
    }
  | { readonly kind: 'move'; readonly operation: Of<'move'>; readonly old: Entry };

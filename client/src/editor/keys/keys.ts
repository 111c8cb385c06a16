import type { Catalogue } from '../../i18n/catalogue';

export type KeyAction = keyof Catalogue['editor']['keys']['actions'];
export type KeySection = keyof Catalogue['editor']['keys']['sections'];

/**
 * One line of the list of keys. `keys` are combinations that all do it, in ProseMirror's notation (`Mod-Alt-1`, where
 * Mod is Ctrl, or Cmd on a Mac); `typed` is text to type instead.
 */
export interface KeyEntry {
  action: KeyAction;
  keys?: readonly string[];
  typed?: readonly string[];
}

/** Every key of the editor, for the list that `?` opens. What the editor itself binds is what is written here. */
export const EDITOR_KEYS: readonly { section: KeySection; entries: readonly KeyEntry[] }[] = [
  {
    section: 'text',
    entries: [
      { action: 'bold', keys: ['Mod-b'] },
      { action: 'italic', keys: ['Mod-i'] },
      { action: 'underline', keys: ['Mod-u'] },
      { action: 'strike', keys: ['Mod-Shift-s'] },
      { action: 'superscript', keys: ['Mod-.'] },
      { action: 'subscript', keys: ['Mod-,'] },
      { action: 'code', keys: ['Mod-e'] },
      { action: 'clear', keys: ['Mod-\\', 'Mod-Space'] },
      { action: 'link', keys: ['Mod-k'] },
      { action: 'followLink', keys: ['Mod'] },
      { action: 'undo', keys: ['Mod-z'] },
      { action: 'redo', keys: ['Mod-y', 'Mod-Shift-z'] },
    ],
  },
  {
    section: 'blocks',
    entries: [
      { action: 'slash', typed: ['/'] },
      { action: 'paragraph', keys: ['Mod-Alt-0'] },
      { action: 'heading', keys: ['Mod-Alt-1', 'Mod-Alt-2', 'Mod-Alt-3', 'Mod-Alt-4'] },
      { action: 'orderedList', keys: ['Mod-Shift-7'] },
      { action: 'bulletList', keys: ['Mod-Shift-8'] },
      { action: 'taskList', keys: ['Mod-Shift-9'] },
      { action: 'indent', keys: ['Tab', 'Mod-]'] },
      { action: 'outdent', keys: ['Shift-Tab', 'Mod-['] },
      { action: 'blockquote', keys: ['Mod-Shift-b'] },
      { action: 'codeBlock', keys: ['Mod-Alt-c'] },
      { action: 'footnote', keys: ['Mod-Alt-f'] },
      { action: 'lineBreak', keys: ['Shift-Enter'] },
      { action: 'move', keys: ['Alt-Shift-ArrowUp', 'Alt-Shift-ArrowDown'] },
      { action: 'leave', keys: ['Mod-Enter'] },
    ],
  },
  {
    section: 'tables',
    entries: [
      { action: 'nextCell', keys: ['Tab'] },
      { action: 'previousCell', keys: ['Shift-Tab'] },
      { action: 'width', keys: ['Alt-Shift-ArrowLeft', 'Alt-Shift-ArrowRight'] },
    ],
  },
  {
    section: 'typing',
    entries: [
      { action: 'hashes', typed: ['# ', '## ', '### ', '#### '] },
      { action: 'dash', typed: ['- ', '* '] },
      { action: 'number', typed: ['1. '] },
      { action: 'brackets', typed: ['[ ] ', '[x] '] },
      { action: 'angle', typed: ['> '] },
      { action: 'fence', typed: ['``` '] },
      { action: 'rule', typed: ['---'] },
      { action: 'stars', typed: ['**…**'] },
      { action: 'star', typed: ['*…*'] },
      { action: 'backtick', typed: ['`…`'] },
      { action: 'tildes', typed: ['~~…~~'] },
    ],
  },
  {
    section: 'around',
    entries: [
      { action: 'find', keys: ['Mod-f'] },
      { action: 'replace', keys: ['Mod-h'] },
      { action: 'toolbar', keys: ['Alt-F10'] },
      { action: 'backToText', keys: ['Escape'] },
    ],
  },
];

import type { Language } from '@accord/shared/access/role';

/** Words that are the same in English and the other language on purpose; anything else equal is a forgotten one. */
export const SAME_AS_ENGLISH: Record<Exclude<Language, 'en'>, ReadonlySet<string>> = {
  fi: new Set(['Ctrl', 'Alt', 'Enter', 'Esc']),
  fr: new Set([
    'Ctrl',
    'Alt',
    'Tab',
    'Versions',
    'Note',
    'programme, source',
    'Invitation',
    'Invitations',
    'Actions',
    'Brochure',
  ]),
  de: new Set(['Alt', 'Esc', 'Tab', 'Name', 'Code', 'Text', 'Partner', 'Status', 'Link', 'Person']),
  it: new Set(['Ctrl', 'Alt', 'Esc', 'Tab', 'Backspace', 'Partner', 'partner', 'Link', 'Password']),
};

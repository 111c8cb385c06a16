/** Find and replace within a chapter. */
export const find = {
  label: 'Find and replace',
  find: 'Find',
  replaceWith: 'Replace with',
  next: 'Next match',
  previous: 'Previous match',
  matchCase: 'Match case',
  wholeWord: 'Whole words',
  replace: 'Replace',
  replaceAll: 'Replace all',
  position: '{{current, number}} of {{total, number}}',
  found_one: '{{count, number}} match',
  found_other: '{{count, number}} matches',
  none: 'Nothing found',
  replaced_one: '{{count, number}} match replaced',
  replaced_other: '{{count, number}} matches replaced',
} as const;

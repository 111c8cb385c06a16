/** Who wrote the selected words. */
export const authors = {
  title: 'Who wrote this',
  note: "By the server's record. Words that were moved, copied or restored stay those of who wrote them first.",
  nothing: 'Select words first, or put the caret into a paragraph.',
  changed: 'The text has just changed, or is still being saved.',
  again: 'Ask again',
  template: 'Template or unknown',
  someone: 'Somebody who is not here any more',
} as const;

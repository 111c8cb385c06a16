/** Footnotes: their marks in the text and their notes at its end. */
export const footnotes = {
  insert: 'Footnote',
  words: 'note, reference, source',
  reference: 'Footnote {{number}}',
  referenceText: 'Footnote {{number}}: {{text}}',
  missing: 'Footnote {{number}} has lost its text. Press to write it anew.',
  back: 'Back to the text from footnote {{number}}',
  orphan: 'No longer referenced',
  remove: 'Remove the note',
  empty: 'Text of the note',
} as const;

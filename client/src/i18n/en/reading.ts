/** The reading page of a whole output. */
export const reading = {
  contents: 'Contents',
  print: 'Print',
  toOutput: 'To the output',
  openFor: 'Open “{{title}}”',
  unreadable:
    'The text of this chapter can’t be read at the moment. Tell your administrator; nothing has been overwritten.',
  empty: 'Not written yet.',
  none: 'There is nothing to read yet',
  noneExplain: 'The output has no chapters that you may read.',
  printed: 'Printed from Accord on {{day}}',
} as const;

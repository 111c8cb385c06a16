/** What is said after a paste that could not take everything along. */
export const paste = {
  title: 'Pasted, with these exceptions',
  lines: {
    pictures_one: '{{count, number}} picture could not be taken along: add the file at its place.',
    pictures_other: '{{count, number}} pictures could not be taken along: add the files at their places.',
    drawings_one: '{{count, number}} drawing was left out: save it as a picture and add that.',
    drawings_other: '{{count, number}} drawings were left out: save them as pictures and add those.',
    icons_one: '{{count, number}} small icon was left out.',
    icons_other: '{{count, number}} small icons were left out.',
    deletions_one: '{{count, number}} tracked deletion was left out; tracked insertions came in as text.',
    deletions_other: '{{count, number}} tracked deletions were left out; tracked insertions came in as text.',
    comments_one: '{{count, number}} comment was left out.',
    comments_other: '{{count, number}} comments were left out.',
    footnotesWithoutText_one: '{{count, number}} footnote came without its text: only its mark was copied.',
    footnotesWithoutText_other:
      '{{count, number}} footnotes came without their text: only their marks were copied.',
    embeds_one: '{{count, number}} film, map or other embedded page was left out.',
    embeds_other: '{{count, number}} films, maps or other embedded pages were left out.',
    fields_one: '{{count, number}} form field was left out.',
    fields_other: '{{count, number}} form fields were left out.',
    links_one: '{{count, number}} link that would lead nowhere from here was taken off; its text is kept.',
    links_other:
      '{{count, number}} links that would lead nowhere from here were taken off; their text is kept.',
    formulas_one: '{{count, number}} formula came in as plain text: check it.',
    formulas_other: '{{count, number}} formulas came in as plain text: check them.',
    highlights_one: 'Highlighting was taken off {{count, number}} place; the text is kept.',
    highlights_other: 'Highlighting was taken off {{count, number}} places; the text is kept.',
    hidden_one: '{{count, number}} piece of hidden text was left out.',
    hidden_other: '{{count, number}} pieces of hidden text were left out.',
    headingNumbers_one: 'The automatic number of {{count, number}} heading was left out.',
    headingNumbers_other: 'The automatic numbers of {{count, number}} headings were left out.',
    nestedTables_one: '{{count, number}} table inside a table came in as paragraphs.',
    nestedTables_other: '{{count, number}} tables inside a table came in as paragraphs.',
    largeTables_one: '{{count, number}} table is too large for a chapter and came in as paragraphs.',
    largeTables_other: '{{count, number}} tables are too large for a chapter and came in as paragraphs.',
    deepNesting_one: '{{count, number}} part was nested too deep: its text came in without its structure.',
    deepNesting_other:
      '{{count, number}} parts were nested too deep: their text came in without its structure.',
    tooLarge_one: 'Nothing was pasted: this is more text than a chapter can take at once. Paste it in parts.',
    tooLarge_other:
      'Nothing was pasted: this is more text than a chapter can take at once. Paste it in parts.',
  },
} as const;

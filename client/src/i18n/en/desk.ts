/** What waits for me, and where every output stands. */
export const desk = {
  title: 'Desk',
  waiting: {
    title: 'Waiting for you',
    write: 'Write',
    rework: 'Rework after review',
    review: 'Look after the review',
    sign: 'Sign',
    decide: 'Decide on suggestions',
    suggestions_one: '{{count, number}} suggestion to decide',
    suggestions_other: '{{count, number}} suggestions to decide',
    noDate: 'No date set',
    due: 'Due {{when}}',
    overdue: 'Overdue: was due {{when}}',
    none: 'Nothing waits for you',
    noneExplain:
      'When you are named as the writer of a chapter, or a chapter you coordinate is in review, it appears here. Below you can open any chapter and read along.',
  },
  concerns: 'What concerns you',
  outputs: {
    title: 'Where every output stands',
    none: 'There are no outputs yet',
    noneReader:
      'You have not been given a role on any output. Ask your coordinator or administrator for one.',
    noneCreate: 'Create the first output; its chapters can come from a template.',
    create: 'Create an output',
    issue: 'Issue {{number}}',
    coordinated: 'Coordinated by {{country}}',
    signOff: 'Sign-off by country',
    chapters: 'Chapters of {{title}}',
    noChapters: 'No chapters yet. Open the output to add the first.',
    mine: 'Yours',
  },
} as const;

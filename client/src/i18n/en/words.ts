/** The words of the work: states, roles, kinds of outputs, counts. */
export const words = {
  states: {
    draft: 'Draft',
    'in-review': 'In review',
    'changes-requested': 'Changes requested',
    'sign-off': 'Sign-off',
    approved: 'Approved',
    published: 'Published',
    superseded: 'Superseded',
  },
  roles: {
    reader: 'Reader',
    commenter: 'Commenter',
    reviewer: 'Reviewer',
    translator: 'Translator',
    author: 'Author',
    coordinator: 'Coordinator',
  },
  administrator: 'Administrator',
  kinds: {
    'guidance-tool': 'Guidance tool',
    study: 'Study',
    brochure: 'Brochure',
    'executive-summary': 'Executive summary',
  },
  pips: {
    signed: 'signed',
    awaited: 'awaited',
    objecting: 'objecting',
    'not-asked': 'not asked yet',
  },
  wordCount_one: '{{count, number}} word',
  wordCount_other: '{{count, number}} words',
  chapterCount_one: '{{count, number}} chapter',
  chapterCount_other: '{{count, number}} chapters',
} as const;

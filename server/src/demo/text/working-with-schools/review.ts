import type { PlannedReview } from '../../review';

/** What the partners have said so far about “Working with schools”, and what they propose to change. */
export const REVIEW: readonly PlannedReview[] = [
  {
    chapter: 'Why this matters',
    threads: [
      {
        by: 'de.author',
        on: 'one set of thermometers',
        type: 'content',
        remarks: [
          [
            'de.author',
            'Two of our schools say: not one set for the class, one set for the whole building. Shall we say so? @[Aino Korhonen](fi.lead)',
          ],
          [
            'fi.author',
            'Here as well. “One set of thermometers for the whole school” would be nearer to what teachers see.',
          ],
        ],
      },
      {
        by: 'uk.reviewer',
        on: 'continuing professional development (CPD)',
        type: 'language',
        remarks: [
          [
            'uk.reviewer',
            'In Scotland it is “professional learning”. A footnote, or leave it to the adaptation?',
          ],
          ['fi.lead', 'Leave it to the adaptation: chapter 2 explains the word.'],
        ],
        decision: ['not-accepted', 'Explained in chapter 2; each country adapts the word.', 'fi.lead'],
        resolvedBy: 'fi.lead',
      },
      {
        by: 'fr.lead',
        on: 'It is a sketch, not a measurement: check each line against your own network.',
        type: 'general',
        remarks: [
          [
            'fr.lead',
            'Our providers will quote this table. Could each line name the practice in chapter 3 that it comes from? @[Finland](country:FI)',
          ],
        ],
      },
      {
        by: 'it.author',
        on: 'Duration. ',
        type: 'content',
        remarks: [
          [
            'it.author',
            'Two terms is what the reviews say. Do we have our own networks’ numbers? I can send those of 2017.',
          ],
          ['fi.author', 'Please do. I would put them into chapter 7 and refer to it from here.'],
          ['it.author', 'Sent to the whole group this morning.'],
        ],
      },
      {
        by: 'fr.reviewer',
        on: null,
        type: 'general',
        remarks: [
          [
            'fr.reviewer',
            'Reads well aloud. Heads in our network ask for one page they can take along: is that the brochure?',
          ],
        ],
      },
    ],
    suggestions: [
      {
        by: 'de.reviewer',
        replace: 'asks a great deal of a teacher',
        with: 'asks a great deal of a teacher, and of a school',
      },
      { by: 'de.reviewer', replace: 'invoice arrives', with: 'bill arrives' },
      { by: 'it.reviewer', replace: 'over at least two terms', with: 'over at least one school year' },
      { by: 'uk.reviewer', replace: 'she has no one to try it with', with: 'there is nobody to try it with' },
      { by: 'uk.reviewer', replace: 'The table sets the two arrangements side by side. ', with: '' },
      {
        by: 'fr.reviewer',
        after: 'Most CPD is not built for this.',
        add: 'The four points below come from the reports of all five networks; their order is not a ranking.',
      },
    ],
  },
  {
    chapter: 'What we learned from the networks',
    threads: [
      {
        by: 'de.lead',
        on: 'two federal states with different curricula',
        type: 'legal',
        remarks: [
          [
            'de.lead',
            'Before we print: the two states have to agree to be named as “two federal states”. I ask them this week.',
          ],
        ],
      },
    ],
    suggestions: [
      {
        by: 'fi.reviewer',
        replace: 'some with fewer than sixty pupils',
        with: 'four of them with fewer than sixty pupils',
      },
      {
        by: 'it.reviewer',
        replace: 'The call, more than the session,',
        with: 'The call, even more than the session,',
      },
    ],
  },
];

import {
  bold,
  bullets,
  callout,
  document,
  heading,
  italic,
  note,
  noteMark,
  paragraph,
  steps,
  table,
} from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';

export const adapting = (): DocumentJson =>
  document(
    paragraph(
      'No chapter of this tool can be carried over a border as it stands. Systems differ in who decides about teachers’ training, who pays for it, what it counts for, and how much a head may decide alone. This chapter separates what carries the idea from what is only its local dress.',
    ),
    heading(2, 'What to keep and what to change'),
    table(
      ['Keep, because the idea rests on it', 'Change, as your country requires'],
      ['At least two teachers from a school', 'Whether they are of the same subject or year'],
      ['A trial in one’s own class between two sessions', 'The number and length of sessions'],
      [
        'A question about pupils’ learning, owned by the school',
        'Whether it is set by the team, the department or a school plan',
      ],
      [
        'Protected time, named and in the calendar',
        'Where it comes from: hours owed, relief, meetings dropped',
      ],
      ['Somebody who asks how it went', 'Whether this is a coach, a colleague or the subject leader'],
      ['A look at pupils’ work at the beginning and the end', 'Which work, and who sees it'],
    ),
    paragraph([
      'If you have to give up one line on the left, write down why, and what you put in its place. An adaptation with a reason is worth more to the other countries than a faithful copy that nobody uses.',
      noteMark('adapted'),
    ]),
    heading(2, 'Questions to settle'),
    paragraph(
      'Answer these in your national group before you translate anything. They take an afternoon and save a year.',
    ),
    steps(
      {
        text: [bold('Who decides? ')],
        under: [
          bullets(
            'Who can oblige, permit or forbid a teacher to take part: the state, the region, the municipality, the head, the teacher?',
            'Whose agreement is needed for a visitor to enter a classroom?',
          ),
        ],
      },
      {
        text: [bold('Who pays, and with what? ')],
        under: [
          bullets(
            'Is time money? Where relief has to be paid, one hour a week for two teachers is the largest item of the budget.',
            'Which funds for school development, equal opportunity or digital equipment can be used, and by whom?',
          ),
        ],
      },
      {
        text: [bold('What does it count for? ')],
        under: [
          bullets(
            'Do teachers owe a number of hours? Do lesson trials and visits count as hours, or only sessions?',
            'Does taking part matter for a career, and should it?',
          ),
        ],
      },
      {
        text: [bold('What else is on the table? ')],
        under: [
          bullets(
            'Is there a new curriculum, a new examination, an inspection cycle? Tie the work to it where it fits; wait where it does not.',
          ),
        ],
      },
    ),
    heading(2, 'Country notes'),
    callout(
      'note',
      paragraph([
        bold('For national editors. '),
        'The notes below are starting points, written in general terms. Each national group checks and replaces its own before publication; rules change from year to year.',
      ]),
    ),
    heading(3, 'Finland'),
    paragraph(
      'Teachers and schools decide on methods, and municipalities on much of the rest. Nobody can be sent; everybody can be invited. Approach the municipality for time and the teachers for interest, and expect that a head will say: ask them. Distances make visits dear; hand-overs between neighbouring schools replace many of them.',
    ),
    heading(3, 'France'),
    paragraph(
      'Primary teachers owe a number of hours of training each year, planned by the local authority. A programme that counts towards these hours reaches everybody; one that does not reaches the devoted. Agree with the inspector a year ahead. In lower secondary school the head and the teachers’ team have more room, and interdisciplinary projects offer a natural place.',
    ),
    heading(3, 'Germany'),
    paragraph(
      'Education is a matter of the federal states. Plan with one state, then adapt to the next; do not write for all sixteen. In secondary schools the subject department is the unit that decides what is taught and tested, and the right partner. The curricula speak of competences in gaining knowledge and in evaluation: use these words, because they are the ones your partners are asked about.',
    ),
    heading(3, 'Italy'),
    paragraph(
      'Schools write training plans of their own and can form networks, also to share a provider and its cost. Heads change often, so agree with two persons. Teachers of small schools gain most from pairs across villages. Foresee an online half, but hold the first meeting in a room.',
    ),
    heading(3, 'United Kingdom'),
    paragraph(
      'Arrangements differ between England, Scotland, Wales and Northern Ireland; say which one you mean. Heads decide on budgets and time, and are held to account for results: show them how the work serves what the school has promised to improve. In primary schools the science leader is the person to win; in secondary schools, the head of science.',
    ),
    heading(2, 'Translating this tool'),
    paragraph([
      'A translation that can be understood only beside the English text is not finished. Some advice:',
    ]),
    bullets(
      [
        'Translate ',
        italic('meaning'),
        ' first, and terms second. Agree in your group on words for inquiry, evidence, guidance and trial, and write them into the glossary.',
      ],
      'Replace examples, do not explain them. A reader should meet a school from home by the second page.',
      'Leave out what can’t happen in your country. Say so in a sentence.',
      'Read it aloud to a teacher. Where she frowns, rewrite.',
    ),
    note(
      'adapted',
      'In the localised copies of this tool, adapted paragraphs are marked with their reason, and the coordinating country is told. Nothing in a national edition has to be the same as in the English one, except the six lines on the left.',
    ),
  );

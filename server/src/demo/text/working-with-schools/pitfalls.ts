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
  table,
} from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';

export const pitfalls = (): DocumentJson =>
  document(
    paragraph(
      'Everything in this chapter went wrong somewhere, to people who knew their work. Read it when your plan is finished and you are content with it.',
    ),
    heading(2, 'What goes wrong most often'),
    heading(3, 'The willing are worn out'),
    paragraph([
      'In every school there are two or three people who say yes. They run the library, the school play and the exchange, and now they run science. After a year they are tired, and the partnership ends with them. ',
      bold('Ask each team to include one person who is in no other project. '),
      'It is the best question for a first conversation with a head, because the answer shows how the school is led.',
    ]),
    heading(3, 'The head agrees, and that is all'),
    paragraph(
      'Agreement costs nothing in May. What counts is what happens when a colleague falls ill in November and the protected hour is the obvious place to find cover. A head who has seen a lesson and heard pupils argue about evidence defends the hour. One who has only signed does not. Make the visit to a lesson a duty, and put its date into the agreement.',
    ),
    heading(3, 'The visitor becomes an inspector'),
    paragraph([
      'A coach sits at the back and writes. Nobody has said what for. Within a week the staff room knows that teachers are being assessed. Explain in writing what is observed, who reads the notes, and what becomes of them.',
      noteMark('notes'),
      ' Observe pupils, not teachers. Hand the notes over at the end of the conversation, and keep no copy.',
    ]),
    heading(3, 'Inquiry turns into recipes'),
    paragraph([
      'Teachers under pressure ask for lessons that are ready to use. Providers who want to be liked deliver them. The worksheets are good, the pupils follow them step by step, and nobody asks a question any more. Give material away freely, but always with one thing missing: ',
      italic('the prediction, the choice of what to measure, or the conclusion.'),
      ' Let teams fill the gap in the session.',
    ]),
    heading(3, 'Everything is about science, and nobody speaks about pupils'),
    paragraph(
      'Scientists and science teachers enjoy each other’s company. A session can pass in happy talk about polarised light. At the end ask: which idea of the pupils will be in the way, and what will you do when it appears? If nobody knows, the session is not over.',
    ),
    heading(3, 'The project ends when the money does'),
    paragraph(
      'Funding pays for coaches and kits in the first two years; then it stops and the school has learned to rely on both. Plan from the first day what the school will do alone in the third year, and reduce your share visibly: three visits in the first year, two in the second, one in the third.',
    ),
    heading(2, 'Early signs and remedies'),
    paragraph('None of these signs is alarming by itself. Two together are a reason to telephone.'),
    table(
      ['You notice', 'It may mean', 'Do this within two weeks'],
      [
        'Another person comes to each session',
        'The school sends whoever is free; there is no team',
        'Speak with the head; offer to pause rather than to go on like this',
      ],
      [
        'Teachers praise everything',
        'They feel assessed, or they have not tried anything',
        'Ask for one thing that went wrong in their class; tell one of your own first',
      ],
      [
        'Trials are moved a second time',
        'No time, no material, or no courage',
        'Offer to teach the first lesson together',
      ],
      [
        'Only one member of the team speaks',
        'The others follow, or have given up',
        'Visit the quiet one’s class, not the loud one’s',
      ],
      [
        'The coach does most of the talking',
        'The coach is enjoying it',
        'Bring pupils’ work, and let the teachers read it aloud',
      ],
      ['No answer in the sixth week', 'Probably nothing. Possibly everything', 'Go there'],
    ),
    callout(
      'tip',
      paragraph([
        bold('Say no in time. '),
        'It is no failure to end a partnership after the first cycle, by agreement and with thanks. It is a failure to let it fade until nobody remembers who owed whom a call. Put a date for stopping into the agreement, beside the date for going on.',
      ]),
    ),
    heading(2, 'When several partners offer help'),
    paragraph(
      'Schools that are known to be open are courted: by a university, a science museum, two companies and a foundation, each with a programme, a contact person and an evaluation form. What looks like wealth is a second timetable. Before you add yours, find out what is there already, and see whether your offer can become a part of it. Useful rules:',
    ),
    bullets(
      'One agreement for each school, with all outside partners on it, is better than five.',
      'One person in the school, with time for it, answers for all outside partners.',
      'Evaluations are shared. No pupil fills in two questionnaires in a month.',
    ),
    note(
      'notes',
      'Rules on data protection apply to notes on identifiable persons and to photographs and recordings of pupils in all five countries. Ask the school what it requires; the simplest way is to take no names and no pictures.',
    ),
  );

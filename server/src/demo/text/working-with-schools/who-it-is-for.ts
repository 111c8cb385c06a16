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

export const whoItIsFor = (): DocumentJson =>
  document(
    paragraph(
      'This tool is written for people who have little time and different jobs. You do not have to read it from the first page to the last. Find yourself below, and begin where it says.',
    ),
    heading(2, 'Readers'),
    table(
      ['You are', 'You want to', 'Begin with'],
      ['A CPD provider or teacher educator', 'Turn a course into work with schools', 'Chapter 4, then 5'],
      [
        'A head teacher or deputy',
        'Know what a partnership will ask of your staff, and what it returns',
        'Chapter 1, then the table of duties in chapter 4',
      ],
      [
        'A teacher who leads a subject',
        'Find colleagues, time and a first question',
        'Chapter 3, then the checklist in chapter 4',
      ],
      [
        'A local or national authority',
        'Decide what to fund and what to ask for in return',
        'Chapter 6, then 7',
      ],
      [
        'A scientist or an employer who works with schools',
        'Understand how schools decide, before making an offer',
        'Chapter 1, then 5',
      ],
    ),
    paragraph(
      'We assume that you know what inquiry-based teaching is, and that you have a programme, or at least a plan for one. We do not assume that you have money left over. Most of what follows costs attention and calendar space.',
    ),
    heading(2, 'How to use this tool'),
    steps(
      ['Read chapter 4 with a pencil, together with one person from a school. Mark what you already do.'],
      {
        text: 'Choose one thing to change this year. Good first choices are:',
        under: [
          bullets(
            'inviting teams of two in place of individuals;',
            'moving one seminar day into a school;',
            'agreeing on a question with the head before the first session.',
          ),
        ],
      },
      [
        'Look into chapter 5 for what tends to go wrong with that choice, and into chapter 6 for what your country’s rules have to say.',
      ],
      [
        'Decide, before you start, how you will know whether it helped. Chapter 7 offers ways that fit small means.',
      ],
    ),
    callout(
      'tip',
      paragraph([
        bold('Working in a group? '),
        'Chapters 3 and 5 make good material for a workshop of ninety minutes: each group takes one practice or one pitfall, and answers a single question: would this happen here?',
      ]),
    ),
    heading(2, 'Words we use'),
    paragraph(
      'The partnership works in five languages and in five school systems. The same English word can mean different things. These are the meanings we hold to throughout.',
    ),
    table(
      ['Word', 'Meaning in this tool'],
      [
        [bold('CPD')],
        'Continuing professional development: everything organised so that teachers in service go on learning, from a course to a visit to a colleague’s lesson.',
      ],
      [
        [bold('Provider')],
        [
          'Whoever plans and runs CPD: a university, a science centre, a foundation, a public training body, a network of teachers.',
          noteMark('provider'),
        ],
      ],
      [
        [bold('School partnership')],
        'An agreement between a provider and a school, for at least one school year, in which both sides have duties.',
      ],
      [[bold('Team')], 'Two or more teachers of one school who take part together.'],
      [
        [bold('Inquiry-based teaching')],
        'Teaching in which pupils work on questions by making predictions, observing, measuring, arguing from evidence and explaining, with guidance from the teacher.',
      ],
      [
        [bold('Lesson trial')],
        [
          'A lesson planned in a CPD session, taught in one’s own class, and talked about afterwards. Some networks say ',
          italic('lesson study'),
          '; we use the broader word.',
        ],
      ],
      [
        [bold('Coach')],
        'A person from outside the team who visits, listens and asks. A coach does not inspect and does not report to the head.',
      ],
    ),
    note(
      'provider',
      'In some of the five countries a single public body provides most of the training; in others, hundreds of small providers compete. Chapter 6 says what follows from this.',
    ),
  );

import {
  bold,
  bullets,
  callout,
  document,
  heading,
  italic,
  link,
  note,
  noteMark,
  paragraph,
  quote,
  steps,
  table,
} from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';

export const knowingItWorks = (): DocumentJson =>
  document(
    paragraph(
      'Most evaluations of professional development ask teachers, at the door, whether they liked it. They did. The question is cheap, the answer is pleasant, and neither says anything about what happens in a classroom in March. This chapter is about finding out more with small means.',
    ),
    heading(2, 'What to look at'),
    paragraph([
      'It helps to think in levels, each resting on the one before.',
      noteMark('guskey'),
      ' You need not study all of them. You should know which one you are speaking about when you say that a programme works.',
    ]),
    table(
      ['Level', 'Question', 'Evidence within reach', 'When'],
      [
        '1. Reaction',
        'Was it worth the teachers’ time?',
        'Two questions on paper; who comes back',
        'After each session',
      ],
      [
        '2. Learning',
        'What do they understand now that they did not before?',
        'A pupil’s answer to interpret, at the start and at the end',
        'September, May',
      ],
      [
        '3. The school',
        'Has the school kept its side?',
        'Protected hours held; visits made',
        'Monthly, by telephone',
      ],
      [
        '4. Practice',
        'What is different in lessons?',
        'Notes of observers; plans; three sentences after each trial',
        'In each cycle',
      ],
      [
        '5. Pupils',
        'What do pupils do and know?',
        'Five samples of work from each team; short interviews',
        'September, May',
      ],
    ),
    paragraph([
      bold('Level 3 is the one that is left out most often and explains most. '),
      'When a programme works in one school and not in another, look first at whether the hour was protected. Level 5 is what everybody asks for; with two classes a school and one year, be modest about it, and never attribute to your programme what you can’t compare.',
    ]),
    heading(2, 'Ways to find out'),
    heading(3, 'Five samples of pupils’ work'),
    paragraph('The most useful method we know, and the cheapest. It needs a folder.'),
    steps(
      'In September each teacher chooses five pupils: two who find science easy, one in the middle, two who do not. The names stay in school.',
      'All five write or draw an answer to an open task, for instance: a lamp lights up when the two wires touch the battery. What happens in the wires? How could you find out whether you are right?',
      {
        text: 'The team reads the answers together and sorts them by one question only:',
        under: [
          bullets(
            'Does the pupil make a claim?',
            'Does the pupil give a reason that rests on something observed?',
            'Does the pupil say how one could find out?',
          ),
        ],
      },
      'In May the same pupils do a task of the same kind on another topic. The team sorts again, without looking at the September results.',
      'The two sets are laid side by side. Talk first, count afterwards.',
    ),
    callout(
      'example',
      paragraph(
        'September: “The electricity goes from both sides and meets in the lamp.” May, on another topic: “I think the ice in the cloth melts later, because the cloth keeps the warm out. I would take two ice cubes, one without cloth, and look every five minutes.”',
      ),
      paragraph(
        'The May answer is not more correct than the September one would have been. But it makes a claim, gives a reason and names a comparison. That is the change this school was working for.',
      ),
    ),
    heading(3, 'Three sentences after each trial'),
    paragraph([
      'Each teacher writes three sentences after a trial: ',
      italic('I had planned … What happened was … Next time I will …'),
      ' No more. Over a year, three trials give nine sentences from each teacher; read one after the other, they tell more about change in practice than any questionnaire.',
    ]),
    heading(3, 'The call in the sixth week'),
    paragraph(
      'One person calls each head, with four questions: Which hours took place? What got in the way? What have you seen or heard? What do you need from us? The answers go into a table that the whole provider can see. It takes fifteen minutes a school, and it is an intervention as much as a measurement: what is asked about is kept.',
    ),
    heading(3, 'A comparison, if you can'),
    paragraph(
      'Where more schools apply than you can take, let half of them begin a year later, by lot. Those that wait do the September and May tasks too. It is fair, since all get their turn, and it is the only arrangement in this list that allows you to say “because of”. Plan it with somebody who knows statistics, before and not after.',
    ),
    heading(2, 'Using what you find'),
    paragraph(
      'Evidence that arrives in a report in the following autumn is of use to nobody who was there. Build three moments into the year at which results lead to decisions:',
    ),
    table(
      ['Moment', 'Who meets', 'What is decided'],
      ['After cycle 1', 'Provider’s staff', 'Which school needs a visit now; which session is changed'],
      ['After cycle 2', 'Provider and heads', 'Whether protected time holds; who stops, who goes on'],
      ['In May', 'Everybody who signed', 'What stays, what goes, what next year is about'],
    ),
    paragraph(
      'And publish what did not work. A network that reports only successes learns from none of them.',
    ),
    quote(
      paragraph(
        'We found no difference in the first year. We said so, in those words, and the ministry extended the funding. They told us it was the first report they had believed.',
      ),
      paragraph('Provider, national seminar (composed)'),
    ),
    paragraph([
      'For quality assurance of whole programmes, and for designs that go further than these, see the guidance tool ',
      italic('Quality assurance and evidence-based impact evaluation'),
      '. A readable introduction to what makes programmes effective is the ',
      link(
        'report of the Learning Policy Institute',
        'https://learningpolicyinstitute.org/product/effective-teacher-professional-development-report',
      ),
      '.',
    ]),
    note(
      'guskey',
      'The levels follow Guskey (2000), who distinguishes participants’ reactions, participants’ learning, organisation support and change, participants’ use of new knowledge and skills, and pupils’ learning outcomes.',
    ),
  );

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
  quote,
  table,
} from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';

export const whatWeLearned = (): DocumentJson =>
  document(
    callout(
      'note',
      paragraph([
        bold('About these cases. '),
        'The practices in this chapter are composed for demonstration from arrangements that are common in the field. They do not report on named schools or programmes. Replace them with cases from your own network.',
      ]),
    ),
    heading(2, 'How the practices were gathered'),
    paragraph(
      'Each national network was asked the same four questions: What did you do together with schools? Who took part, for how long and at what cost? What changed, and how do you know? What would you not do again? Answers were written down on one page, checked by a second person from the same network, and discussed in a meeting of all five countries.',
    ),
    paragraph([
      'We kept a practice when three conditions were met: it ran for at least one school year; at least one school took part that had not asked for it;',
      noteMark('volunteers'),
      ' and somebody could say what did not work. The last condition removed more candidates than the other two together.',
    ]),
    heading(2, 'Practices'),
    heading(3, 'Finland: the travelling kit that stayed'),
    paragraph([
      bold('Context. '),
      'A municipality with eleven primary schools, some with fewer than sixty pupils. Teachers have wide freedom in how to teach. Training days are few, distances are long.',
    ]),
    paragraph([
      bold('What was done. '),
      'A science education centre put together three kits on electricity, water and forces. A kit stayed in a school for six weeks. On the day it arrived, a coach from the centre taught one lesson while the class teachers watched, then watched a lesson taught by one of them. After three weeks the coach came back for an hour. In the last week, the school handed the kit over to the next one: its teachers drove there and explained what they had done.',
    ]),
    paragraph([
      bold('What came of it. '),
      'The handover, meant as a way to save transport, became the heart of the programme. Teachers who had to explain a lesson to colleagues of another school prepared it better and taught it again. After two years, eight of the eleven schools had bought kits of their own.',
    ]),
    paragraph([
      bold('What did not work. '),
      'Written guides in the boxes were hardly opened. A film of three minutes, made by teachers, was.',
    ]),
    heading(3, 'France: the pair and the scientist'),
    paragraph([
      bold('Context. '),
      'Primary schools in a large city, with an education authority that assigns a fixed number of training hours to each teacher.',
    ]),
    paragraph([
      bold('What was done. '),
      'Two teachers of the same school and one engineer or doctoral student formed a trio for a year. The scientist came to school eight times; never to give a talk, always to work with the pupils’ questions. Four half-days of training brought all trios together. The local inspector agreed beforehand that these counted as part of the hours each teacher owes.',
    ]),
    paragraph([
      bold('What came of it. '),
      'Teachers reported that they were no longer afraid of questions they could not answer. Pupils kept notebooks in which questions, predictions and results were kept apart; the notebooks turned out to be the best evidence the programme had.',
    ]),
    paragraph([
      bold('What did not work. '),
      'Where only one teacher took part, the scientist slowly became a substitute teacher. The programme has accepted pairs only, ever since.',
    ]),
    heading(3, 'Germany: a question before the course'),
    paragraph([
      bold('Context. '),
      'Secondary schools in two federal states with different curricula. Science departments meet regularly, but mostly about exams and rooms.',
    ]),
    paragraph([
      bold('What was done. '),
      'The provider changed one thing: a department could only register with a question. ',
      italic('Why do our pupils describe what they see and stop there?'),
      ' was the question of one school. A coach spent an hour with the department to sharpen it, and the department gathered a few samples of pupils’ work. Only then was the content of the three course days fixed.',
    ]),
    paragraph([
      bold('What came of it. '),
      'Attendance stayed above ninety per cent over three meetings, as against two thirds before. Departments returned with samples of work from the end of the year and compared them with the first ones.',
    ]),
    paragraph([
      bold('What did not work. '),
      'Questions about discipline or equipment led nowhere. The coach learned to ask: which part of this is about learning?',
    ]),
    heading(3, 'Italy: the network of small schools'),
    paragraph([
      bold('Context. '),
      'Comprehensive institutes in a mountain region, each spread over several villages. A national scheme asks schools to write a training plan.',
    ]),
    paragraph([
      bold('What was done. '),
      'Five institutes wrote one common training plan, so that a single programme served all of them. Afternoons alternated: one month at an institute, one month online. Every session ended with the same fifteen minutes, in which pairs from different villages planned a lesson trial and set a date on which to call each other.',
    ]),
    paragraph([
      bold('What came of it. '),
      'The call, more than the session, made the trials happen. Of the lessons planned in pairs, nearly all were taught; of those planned alone, about half.',
    ]),
    paragraph([
      bold('What did not work. '),
      'Two heads changed in the first summer, and with them the plan. The network now asks for two signatures from each institute.',
    ]),
    heading(3, 'United Kingdom: the science leader’s hour'),
    paragraph([
      bold('Context. '),
      'Primary schools in which one teacher is responsible for science besides a full timetable.',
    ]),
    paragraph([
      bold('What was done. '),
      'A regional centre offered a year-long programme for science leaders under one condition: the school protects one hour a week in which the leader works with a colleague, in that colleague’s class. The condition was written into a letter that the head signed. Leaders met six times, each time with an example of pupils’ work from a class that was not their own.',
    ]),
    paragraph([
      bold('What came of it. '),
      'Schools that kept the hour for a year changed their schemes of work. Schools that lost the hour did not, although the leaders had attended the same sessions.',
    ]),
    paragraph([
      bold('What did not work. '),
      'The letter alone did not protect the hour. A telephone call to the head in the sixth week did.',
    ]),
    heading(2, 'What they have in common'),
    paragraph(
      'Five systems, five programmes, and yet the same features carry them. The table shows which practice has which.',
    ),
    table(
      [
        { cell: 'Feature', down: 2 },
        { cell: 'Country', across: 5 },
      ],
      ['FI', 'FR', 'DE', 'IT', 'UK'].map((country) => ({ cell: country, header: true as const })),
      ['A team and not a single teacher', 'yes', 'yes', 'yes', 'yes', 'in part'],
      ['The head has a named duty', 'no', 'no', 'no', 'yes', 'yes'],
      ['Trial in one’s own class between sessions', 'yes', 'yes', 'yes', 'yes', 'yes'],
      ['Somebody from outside visits', 'yes', 'yes', 'yes', 'no', 'no'],
      ['Pupils’ work is looked at', 'no', 'yes', 'yes', 'no', 'yes'],
      ['Teachers explain to other teachers', 'yes', 'in part', 'no', 'yes', 'yes'],
    ),
    paragraph([
      'Only one line says ',
      italic('yes'),
      ' five times: the trial in one’s own class. If you can afford a single feature, choose this one.',
    ]),
    bullets(
      'What the programmes do not share is a format. Days, afternoons, visits and calls all worked.',
      'None of the five began with the whole staff. All began with those who were willing, and made room for the others later.',
      'In all five, somebody picked up the telephone. No platform replaced the person who asks how it went.',
    ),
    quote(
      paragraph('It is not the training that is expensive. It is training that leaves no trace.'),
      paragraph('Provider, at the meeting of the five networks (composed)'),
    ),
    note(
      'volunteers',
      'Schools that volunteer are a poor test: they would have found a way with almost any programme. A school that was persuaded, or sent, shows whether the arrangement itself carries.',
    ),
  );

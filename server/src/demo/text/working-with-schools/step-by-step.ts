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
  tasks,
} from '@accord/shared/manuscript/build';
import type { DocumentJson, NodeJson } from '@accord/shared/manuscript/document';

/** @param cycle the figure of the four phases */
export const stepByStep = (cycle: NodeJson): DocumentJson =>
  document(
    paragraph(
      'This chapter leads from the first conversation with a school to the decision about a second year. It is written for a provider who works with four to ten schools, over one school year, with two people and no large budget. Scale it as you need; the order of the steps matters more than their size.',
    ),
    heading(2, 'Before you start'),
    paragraph('Three questions should have an answer on paper before you telephone a school.'),
    steps(
      [
        bold('What do we offer that a school can’t do alone? '),
        'Subject knowledge, a look from outside, contact with other schools, material. Name one, in one sentence.',
      ],
      [
        bold('What do we ask for? '),
        'At least two teachers, one protected hour a week or its equal, a visit by the head to one lesson. If you ask for nothing, you will get it.',
      ],
      [
        bold('What will we drop if it gets too much? '),
        'It will get too much in February. Decide now which meeting can fall out.',
      ],
    ),
    callout(
      'warning',
      paragraph([
        bold('Do not begin with an e-mail to forty schools. '),
        'Those that answer are those that answer everything. Five conversations give you better partners than forty messages.',
      ]),
    ),
    heading(2, 'The steps'),
    heading(3, 'Step 1: Listen (two to four weeks)'),
    paragraph(
      'Visit each school once, for an hour. Speak with the head and with at least one teacher, if possible separately. Take no brochure. Ask:',
    ),
    bullets(
      'What are you proud of in science and mathematics here?',
      {
        text: 'What would you like pupils to do that they do not do yet?',
        under: [bullets('When did you last see a pupil do it?', 'What stood in the way the other times?')],
      },
      'What happened to the last training your staff took part in?',
      'When in the year is there air, and when is there none?',
    ),
    paragraph([
      'Write down one page afterwards and send it to the school: ',
      italic('this is what we heard; is it right?'),
      ' The page is the first thing that the two sides make together. It leaves behind: ',
      bold('an agreed description of where the school stands.'),
    ]),
    heading(3, 'Step 2: Agree (two weeks)'),
    paragraph([
      'Put the agreement on one page and have it signed.',
      noteMark('signature'),
      ' It names a question about pupils’ learning, the teachers of the team, the dates, and the duties of everybody. Use the table as a start.',
    ]),
    table(
      [
        { cell: 'Phase', down: 2 },
        { cell: 'Duties', across: 3 },
      ],
      [
        { cell: 'School leadership', header: true },
        { cell: 'Teachers’ team', header: true },
        { cell: 'Provider', header: true },
      ],
      [
        { cell: [bold('Plan')], down: 2 },
        'Names a team of two or more',
        'Chooses a question about pupils’ learning',
        'Visits, listens, writes the one-page summary',
      ],
      [
        'Fixes protected time in the timetable',
        'Collects five samples of pupils’ work',
        'Fixes dates outside exam weeks',
      ],
      [
        { cell: [bold('Work')], down: 3 },
        { cell: 'Keeps the protected time, also in February', down: 2 },
        'Plans and teaches a trial in each cycle',
        'Runs the sessions and brings the science',
      ],
      ['Visits a colleague once in each cycle', 'Visits each team once in each cycle'],
      ['Visits one lesson in the year', 'Writes three sentences after each trial', 'Calls in the sixth week'],
      [
        [bold('Conclude')],
        {
          cell: 'All three look at pupils’ work from the beginning and the end, and decide what stays',
          across: 3,
        },
      ],
    ),
    heading(3, 'Step 3: Work in cycles (six to seven months)'),
    paragraph(
      'The year is made of three cycles. Each takes about eight weeks and has the same four phases, so that after the first cycle nobody has to ask what comes next.',
    ),
    cycle,
    steps(
      {
        text: [
          bold('Plan together. '),
          'A session of half a day for all teams. The first half is about the science and about how pupils think; in the second half each team plans one lesson.',
        ],
        under: [
          bullets(
            'Bring an experiment that can fail, and let it fail.',
            'Plan the questions the teacher will ask, word by word. Three are enough.',
            'Plan what pupils will leave behind on paper.',
          ),
        ],
      },
      [
        bold('Teach. '),
        'Each teacher teaches the lesson in her or his own class within three weeks. A lesson that is not taught within three weeks is usually not taught.',
      ],
      {
        text: [
          bold('Observe. '),
          'A colleague from the team, or the coach, is in the room. The observer watches three pupils, not the teacher, and writes down what they say and do.',
        ],
        under: [
          paragraph([
            'Agree on this rule in advance and keep it. It takes the fear out of the visit, and it yields better notes.',
          ]),
        ],
      },
      [
        bold('Reflect. '),
        'Within a week the two talk for thirty minutes, with the pupils’ work on the table. They end with one sentence: ',
        italic('next time we will …'),
        ' That sentence opens the next cycle.',
      ],
    ),
    heading(3, 'Step 4: Make it visible (throughout)'),
    paragraph(
      'What is not seen in a school does not exist when the timetable is made. Three small means cost little and work well:',
    ),
    bullets(
      'a shelf or a corridor with pupils’ investigations, changed in each cycle, with the question in large letters;',
      'ten minutes in a staff meeting, given to the team and not to the provider;',
      'an open lesson for parents or for the neighbouring school in the third cycle.',
    ),
    heading(3, 'Step 5: Conclude and decide (four weeks)'),
    paragraph(
      'Meet once more at each school, with everybody who signed. Put the samples of pupils’ work from the beginning and from the end side by side. Ask three questions: What has changed? What of it do we want to keep? What does keeping it need? Write the answers under the agreement of the year before, and decide about the next year in the same meeting.',
    ),
    callout(
      'example',
      paragraph([bold('A decision that fits on a card. ')]),
      paragraph(
        '“We keep: the lesson trials, once a term. It needs: the Thursday slot for four people. We drop: the open lesson; too much work. We ask the provider for: one visit a term and a new topic in January.”',
      ),
    ),
    heading(2, 'A calendar'),
    paragraph(
      'For a school year from September to June. Move it as your holidays require; leave the gaps where they are.',
    ),
    table(
      ['When', 'What', 'Hours for a teacher', 'Hours for the provider, per school'],
      ['May, June', 'Listen and agree', '2', '5'],
      ['September', 'First session, first samples of pupils’ work', '4', '4'],
      ['October, November', 'Cycle 1', '8', '5'],
      ['December', { cell: 'Nothing. Teachers are tired and so are you.', across: 3 }],
      ['January, February', 'Cycle 2; call in the sixth week', '8', '5'],
      ['March, April', 'Cycle 3; open lesson', '10', '6'],
      ['May', 'Conclude and decide', '3', '4'],
      [[bold('Sum')], '', [bold('35')], [bold('29')]],
    ),
    heading(2, 'Checklist'),
    paragraph('Tick before the first session. Two lines left open are a reason to wait a month.'),
    tasks(
      { done: false, text: 'Each school has named at least two teachers, and they know it.' },
      { done: false, text: 'The head has signed, and has said aloud which hour is protected.' },
      {
        done: false,
        text: 'There is one question about pupils’ learning for each school, in the school’s own words.',
      },
      { done: false, text: 'Five samples of pupils’ work from each team are in a folder.' },
      { done: false, text: 'All dates are in the calendars of the people, not only in ours.' },
      { done: false, text: 'Every team has the material for the first lesson in its own cupboard.' },
      { done: false, text: 'We know who calls whom in the sixth week.' },
      { done: false, text: 'We have agreed how we will know that it works (chapter 7).' },
    ),
    note(
      'signature',
      'The signature has no legal force and needs none. It makes people read the page. Where a public authority has to be a party, as with training hours in France or training plans in Italy, ask early: it can take a term.',
    ),
  );

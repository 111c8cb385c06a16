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

export const whyThisMatters = (): DocumentJson =>
  document(
    paragraph([
      'A teacher comes back from a two-day course on inquiry in science. The course was good: she measured, argued, changed her mind. On Monday she finds thirty pupils, fifty minutes, one set of thermometers, and a colleague next door who asks why she is behind with the syllabus. By Christmas the folder from the course is on a shelf. ',
      bold('Nothing was wrong with the course. What was missing was the school.'),
    ]),
    paragraph(
      'This guidance tool is about that missing part. It helps those who plan and run continuing professional development (CPD) in science, technology, engineering and mathematics to work with schools as partners, from the first conversation to the second year, instead of treating schools as the places where participants happen to be employed.',
    ),
    heading(2, 'The problem'),
    paragraph([
      'Inquiry-based teaching asks a great deal of a teacher. Pupils raise questions that nobody has prepared; investigations take longer than planned; assessment has to look at reasoning and not only at results. Reviews of research agree that pupils learn more science when inquiry is well guided than when it is absent or left to itself.',
      noteMark('meta'),
      ' Guidance of that kind is a professional skill. It is learned by doing it in one’s own classroom, with feedback, over many months.',
    ]),
    paragraph('Most CPD is not built for this. Wherever providers compare notes, the same pattern appears:'),
    bullets(
      [
        bold('One person at a time. '),
        'A single teacher takes part. Nobody else in the school has seen what she has seen, and she has no one to try it with.',
      ],
      [
        bold('One event at a time. '),
        'The course ends before the first lesson is tried. Difficulties appear when the provider is no longer there.',
      ],
      [
        bold('One side plans. '),
        'The provider decides on content and dates. The head signs a leave form and hears of the course again when the invoice arrives.',
      ],
      [
        bold('Nobody counts the cost. '),
        'Material has to be fetched, lessons have to be swapped, a technician has to be asked. Each is small; together they decide whether a lesson takes place.',
      ],
    ),
    heading(2, 'What is gained'),
    paragraph(
      'When a school is a partner, the same hours of training do more. The table sets the two arrangements side by side. It is a sketch, not a measurement: check each line against your own network.',
    ),
    table(
      ['Aspect', 'Teachers are sent', 'The school is a partner'],
      [
        [bold('Who takes part')],
        'Individuals who volunteer',
        'A team of at least two per school, with the head informed',
      ],
      [
        [bold('What is worked on')],
        'The provider’s topics',
        'A question the school has about its own pupils',
      ],
      [
        [bold('Where learning happens')],
        'In a seminar room',
        'In a seminar room and in classrooms, in turns',
      ],
      [
        [bold('What the head does')],
        'Grants leave',
        'Protects time, visits a lesson, keeps the subject on the agenda',
      ],
      [
        [bold('What remains after a year')],
        'Memories and a folder',
        'Lessons that are taught again, and colleagues who know them',
      ],
    ),
    paragraph([
      'Pupils notice first. They say that science lessons have become longer conversations; that they are asked ',
      italic('how do you know?'),
      ' more often; that a wrong prediction is no longer embarrassing. Teachers speak of a second gain, which providers tend to overlook: they are less alone.',
    ]),
    quote(
      paragraph(
        'Before, I had ideas and no time. Now I have one colleague and forty minutes on Thursdays, and that turned out to be enough.',
      ),
      paragraph('Primary teacher, second year of a school partnership (composed for this demonstration)'),
    ),
    heading(2, 'The evidence in brief'),
    paragraph([
      'Four findings return so often in research on professional development that planning against them needs a very good reason.',
      noteMark('reviews'),
    ]),
    bullets(
      [
        bold('Duration. '),
        'Change in practice needs contact over at least two terms. The number of hours matters less than their being spread over time, with trials in between.',
      ],
      [
        bold('Collective participation. '),
        'Teachers of one school, year group or subject who take part together keep more of what they learn.',
      ],
      [
        bold('Focus on subject and pupils. '),
        'Programmes that work on how pupils understand a given piece of science do better than programmes about methods in general.',
      ],
      [
        bold('Coherence. '),
        'What is learned has to fit the curriculum, the assessment and the plans of the school, or it is dropped under the first pressure.',
      ],
    ),
    paragraph(
      'None of the four can be arranged by a provider alone. Time, teams and coherence are the school’s to give. That is the whole argument of this tool: working with schools is not a courtesy that makes a good programme friendlier, it is one of the conditions under which a programme works at all.',
    ),
    callout(
      'note',
      paragraph([
        bold('What this tool does not claim. '),
        'A partnership with schools does not repair weak content. If the science is thin or the examples are dull, more meetings will not help. Start from a programme that teachers already find worth their time.',
      ]),
    ),
    note('meta', [
      'See the meta-analyses of Furtak and others (2012) and of Lazonder and Harmsen (2016), both listed in ',
      italic('References and further reading'),
      '. The effect of guidance is found for all ages from primary school on.',
    ]),
    note('reviews', [
      'Desimone (2009), Timperley and others (2007), Cordingley and others (2015), Darling-Hammond and others (2017). Kennedy (2016) warns that the same outer features can go with very different results, and that what teachers are helped to ',
      italic('understand'),
      ' matters more than the format.',
    ]),
  );

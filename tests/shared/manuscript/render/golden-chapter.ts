import {
  bold,
  bullets,
  callout,
  code,
  codeBlock,
  document,
  figure,
  hardBreak,
  heading,
  italic,
  link,
  note,
  noteMark,
  paragraph,
  quote,
  rule,
  steps,
  superscript,
  table,
  tasks,
} from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';

/** A chapter with one of everything; block ids replaced by b1, b2, … so that what is rendered can be pinned. */
export function goldenChapter(): NodeJson {
  const chapter = document(
    heading(1, 'Working with schools'),
    paragraph(['Teachers ', bold('learn'), ' from ', italic('teachers'), '.', noteMark('later')]),
    paragraph([
      'Read ',
      link('the study', 'https://example.org/study?a=1&b=2'),
      ' first,',
      hardBreak(),
      'then H',
      superscript('+'),
      '.',
    ]),
    bullets('One', { text: 'Two', under: [steps('First', 'Second')] }),
    tasks({ done: true, text: 'Ask the head' }, { done: false, text: 'Agree on a date' }),
    quote(paragraph('We had time.')),
    callout('tip', 'Start small.'),
    callout('example', 'Turku, 2017.'),
    table(['Country', 'Hours'], ['Finland', '12'], ['France', ['18', noteMark('first')]]),
    table(
      ['Phase', { cell: 'Who', across: 2 }],
      [{ cell: 'Plan', down: 2 }, 'Head', 'Coach'],
      ['Teacher', 'Parent'],
    ),
    figure(
      { src: '/api/images/abcd1234', alt: 'A cycle of four steps', width: 640, height: 400 },
      'The cycle.',
    ),
    codeBlock('text', 'a < b\n`c`'),
    rule(),
    paragraph(['See ', code('a|b'), ' and 2 * 3 < 7.', noteMark('later')]),
    note('first', 'Counted in lessons.'),
    note('later', ['See ', bold('chapter 3'), '.']),
  );
  let count = 0;
  const renumber = (key: string, value: unknown): unknown => {
    if (key !== 'id') return value;
    count += 1;
    return `b${count}`;
  };
  return JSON.parse(JSON.stringify(chapter), renumber);
}

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { fixture, pasted, told } from './pasted';

test('[A7] Word: lists nest in three levels with their kinds and start, cells stay merged, the local picture waits for its file, footnotes are footnotes, tracked deletions and comments go', () => {
  expect(pasted(fixture('word-desktop'))).toBe(`heading 1: Supporting pupils with special needs
paragraph: Brest schools work *closely* with _families_, =teachers= and ~inspectors~ advisers.[^] Water is H,2,O; the area is 40 m^2^.
paragraph: The plan is reviewed every six months with the whole team.
bulletList
  listItem
    paragraph: Observe
    bulletList
      listItem
        paragraph: in class
        bulletList
          listItem
            paragraph: group *work*
          listItem
            paragraph: reading aloud
      listItem
        paragraph: at break
        paragraph: A second paragraph of the same item.
  listItem
    paragraph: Record
paragraph: The steps that follow:
orderedList from 3
  listItem
    paragraph: Agree on the goal
    orderedList
      listItem
        paragraph: with the pupil
        bulletList
          listItem
            paragraph: in simple words
      listItem
        paragraph: with the parents
  listItem
    paragraph: Write it down
table
  tableRow
    tableHeader 2 wide
      paragraph: *Support*
    tableHeader
      paragraph: Who
  tableRow
    tableCell 2 high
      paragraph: General
    tableCell
      paragraph: in class
    tableCell
      paragraph: class teacher
  tableRow
    tableCell
      paragraph: after class
    tableCell
      paragraph
figure awaits "clip_image002.jpg" alt "The three tiers of support as a pyramid": Figure 1: Tiers of support
paragraph: Ask the ministry whether this still holds; see the circular<https://www.eduscol.example/fr/2026>.[^]
footnote: See the _Basic Education Act_, section 17.
footnote: First paragraph. / Second paragraph.`);
});

test('Word: the person is told exactly what was left out', () => {
  expect(told(fixture('word-desktop'))).toEqual({
    pictures: 1,
    deletions: 1,
    comments: 1,
    highlights: 1,
    headingNumbers: 1,
  });
});

test('[A7] Google Docs: the wrapper is no emphasis, lists nest, check boxes are tasks, the picture waits for its file, the table keeps its spans', () => {
  expect(pasted(fixture('google-docs'))).toBe(`heading 2: Working with families
paragraph: Families are *partners*_ from the first day_ (guide<https://oph.example/en>), 20 m^2^~ to be checked~
bulletList
  listItem
    paragraph: First meeting
    bulletList
      listItem
        paragraph: before the summer
        bulletList
          listItem
            paragraph: at home if they wish
  listItem
    paragraph: Second meeting
orderedList from 5
  listItem
    paragraph: Fifth
  listItem
    paragraph: Sixth
taskList
  taskItem done
    paragraph: Invite the nurse
  taskItem
    paragraph: Book the room
paragraph: See the photo taken in May.
figure awaits "" alt "A classroom in Turku"
table
  tableRow
    tableCell 2 wide
      paragraph: When
    tableCell
      paragraph: Who
  tableRow
    tableCell
      paragraph: May
    tableCell
      paragraph: 2027
    tableCell
      paragraph`);
});

test('Google Docs: the person is told exactly what was left out', () => {
  expect(told(fixture('google-docs'))).toEqual({ pictures: 1, highlights: 1 });
});

test('Word on the web: one list per item becomes nested lists, and numbers go on counting', () => {
  expect(pasted(fixture('word-online'))).toBe(`heading 2: *Good practice*
bulletList
  listItem
    paragraph: Plan together
    bulletList
      listItem
        paragraph: teachers
  listItem
    paragraph: _Review_
orderedList
  listItem
    paragraph: One
  listItem
    paragraph: Two`);
});

test('Word on the web: the person is told exactly what was left out', () => {
  expect(told(fixture('word-online'))).toEqual({});
});

test('LibreOffice: footnotes, start numbers and tracked changes come out as from Word', () => {
  expect(pasted(fixture('libreoffice'))).toBe(`heading 1: Assessment
paragraph: *Formative* assessment[^] is often best.
orderedList from 3
  listItem
    paragraph: third
  listItem
    paragraph: fourth
    bulletList
      listItem
        paragraph: below
figure awaits "pupils.png"
footnote: Black and Wiliam, 1998.`);
});

test('LibreOffice: the person is told exactly what was left out', () => {
  expect(told(fixture('libreoffice'))).toEqual({ pictures: 1, deletions: 1 });
});

test('a web page: scripts, forms, films and unsafe links go; lists, tasks, code, quotes, captions and notes stay', () => {
  expect(pasted(fixture('web-page'))).toBe(`heading 4: Inclusive schools
paragraph: Read this, that and the report<https://example.org/a?b=1&c=2>.🎓
paragraph: Your mail Subscribe
bulletList
  listItem
    paragraph: one
    bulletList
      listItem
        paragraph: two
taskList
  taskItem done
    paragraph: done
  taskItem
    paragraph: open
codeBlock: const a = 1;
  const b = 2;
blockquote
  paragraph: Every child counts.
paragraph: Term
paragraph: Meaning
figure awaits "photo.jpg" alt "Pupils in a garden": Photo: A. Rossi
paragraph: Euler: e=2.7
paragraph: Claim[^] here.
footnote: A source.`);
});

test('a web page: the person is told exactly what was left out', () => {
  expect(told(fixture('web-page'))).toEqual({
    pictures: 1,
    drawings: 1,
    embeds: 1,
    fields: 1,
    links: 2,
    formulas: 1,
    hidden: 1,
  });
});

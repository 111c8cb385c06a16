// @vitest-environment jsdom
import { cleanPastedHtml } from '@accord/client/editor/paste/clean';
import { MAX_HTML } from '@accord/client/editor/paste/limits';
import { quietMarkup } from '@accord/client/editor/paste/quiet-markup';
import { describe, expect, test } from 'vitest';
import { pasted, told } from './pasted';

const wordItem = (level: number, marker: string, text: string, list = 'l0') =>
  `<p class=MsoListParagraph style='mso-list:${list} level${level} lfo1'><![if !supportLists]><span><span
  style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

describe('lists from Word', () => {
  test('a list without its style sheet is told by its markers', () => {
    expect(pasted(wordItem(1, '·', 'a') + wordItem(2, 'iv.', 'b') + wordItem(1, 'o', 'c'))).toBe(
      'bulletList\n  listItem\n    paragraph: a\n    orderedList from 4\n      listItem\n        paragraph: b\n  listItem\n    paragraph: c',
    );
  });
  test('a list cut out from the middle begins at its own number and level', () => {
    expect(pasted(wordItem(3, 'c)', 'deep') + wordItem(1, '7.', 'seven') + wordItem(1, '8.', 'eight'))).toBe(
      'orderedList from 3\n  listItem\n    paragraph: deep\norderedList from 7\n  listItem\n    paragraph: seven\n  listItem\n    paragraph: eight',
    );
  });
  test('numbers that begin anew begin a new list', () => {
    const html = wordItem(1, '1.', 'a') + wordItem(1, '2.', 'b') + wordItem(1, '1.', 'c', 'l1');
    expect(pasted(html).match(/orderedList/g)).toHaveLength(2);
  });
  test('a level that is skipped does not cost an item', () => {
    expect(pasted(wordItem(1, '·', 'a') + wordItem(3, '§', 'b') + wordItem(2, 'o', 'c'))).toBe(
      'bulletList\n  listItem\n    paragraph: a\n    bulletList\n      listItem\n        paragraph: b\n    bulletList\n      listItem\n        paragraph: c',
    );
  });
  test('a legal number counts by its last part', () => {
    expect(pasted(wordItem(1, '2.', 'a') + wordItem(2, '2.4.', 'b'))).toContain('orderedList from 4');
  });
});

describe('footnotes', () => {
  test('a mark whose note was not copied stays as text, and the person is told', () => {
    const html = `<p class=MsoNormal>A<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>`;
    expect(pasted(html)).toBe('paragraph: A^[1]^');
    expect(told(html)).toEqual({ footnotesWithoutText: 1 });
  });
  test('a note whose mark was not copied stays as text', () => {
    const html = `<div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> Note</p></div>`;
    expect(pasted(html)).toBe('paragraph: [1] Note');
    expect(told(html)).toEqual({});
  });
  test('a table of contents is not taken for footnotes', () => {
    const html =
      '<p><a href="#h1" id="t1">Introduction</a></p><h1 id="h1"><a href="#t1">Introduction</a></h1>';
    expect(pasted(html)).toBe('paragraph: Introduction\nheading 1: Introduction');
  });
  test('two pastes of the same note never share an id', () => {
    const html = '<p>A<a href="#fn1" id="r1">1</a></p><p id="fn1">Note <a href="#r1">back</a></p>';
    const id = () => /data-note="([^"]+)"/.exec(cleanPastedHtml(html).html)?.[1];
    expect(id()).toBeTruthy();
    expect(id()).not.toBe(id());
  });
});

describe('tables', () => {
  test('gaps are filled and spans that overlap are cut', () => {
    expect(
      pasted(
        '<table><tr><td rowspan=9>a<td>b</td></tr><tr><td colspan=3>c</td></tr><tr><td>d</td></tr></table>',
      ),
    ).toBe(
      `table
  tableRow
    tableCell 3 high
      paragraph: a
    tableCell
      paragraph: b
    tableCell
      paragraph
    tableCell
      paragraph
  tableRow
    tableCell 3 wide
      paragraph: c
  tableRow
    tableCell
      paragraph: d
    tableCell
      paragraph
    tableCell
      paragraph`,
    );
  });
  test('a frame of one cell is no table; a table in a table is told', () => {
    expect(pasted('<table><tr><td><p>a</p><p>b</p></td></tr></table>')).toBe('paragraph: a\nparagraph: b');
    const nested = '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>';
    expect(pasted(nested)).toContain('paragraph: b\n      paragraph: c');
    expect(told(nested)).toEqual({ nestedTables: 1 });
  });
  test('spans that multiply cost no memory', () => {
    const html = `<table>${'<tr><td rowspan=9999 colspan=9999>x</td></tr>'.repeat(400)}</table>`;
    expect(told(html)).toEqual({ largeTables: 1 });
    expect(pasted(html).match(/paragraph: x/g)).toHaveLength(400);
  });
});

describe('text', () => {
  test('white space collapses as shown, no-break spaces stay', () => {
    expect(pasted('<p>  a \n b  <b> c </b> d</p><p>«&nbsp;e&nbsp;»</p>')).toBe(
      'paragraph: a b *c *d\nparagraph: «\u00a0e\u00a0»',
    );
  });
  test('a picture in a sentence does not cut it in two', () => {
    expect(pasted('<p>one <img src="cid:1"> two</p>')).toBe('paragraph: one two\nfigure awaits ""');
  });
  test('inline text comes as one paragraph', () => {
    expect(pasted('<span>a few <i>words</i></span>')).toBe('paragraph: a few _words_');
  });
  test('text that looks like Markdown or markup stays text', () => {
    expect(pasted('<p># no **heading** &lt;b&gt;</p>')).toBe('paragraph: # no **heading** <b>');
  });
  test('emphasis of the web page around it is undone by a style', () => {
    expect(pasted('<b>a<span style="font-weight:400">b</span></b>')).toBe('paragraph: *a*b');
  });
  test('headings deeper than four are headings of level four', () => {
    expect(pasted('<h6>a</h6><div role=heading aria-level=3>b</div>')).toBe('heading 4: a\nheading 3: b');
  });
});

describe('safety', () => {
  test('[K8] no script, style, handler or unsafe address is left', () => {
    const { html } = cleanPastedHtml(
      `<p onclick=x() style="color:red" class=y>a</p><a href=" java\tscript:x()">b</a><a href="data:text/html,x">c</a>
       <svg onload=x()><script>x()</script></svg><img src=x onerror=x()><math><a href="javascript:x()">d</a></math>
       <a href="file:///etc/passwd">e</a><a href="https://ok.example/">f</a>`,
    );
    expect(html).not.toMatch(/script|onclick|onerror|onload|style=|class=|data:|file:/);
    expect(html).toContain('<a href="https://ok.example/">f</a>');
  });
  test('a picture of this workspace stays, also under its full address', () => {
    const html =
      '<figure><img src="https://accord.example/api/images/abcd1234" alt="A"><figcaption>B</figcaption></figure>';
    expect(cleanPastedHtml(html, '', 'https://accord.example').html).toBe(
      '<figure><img src="/api/images/abcd1234" alt="A"><figcaption>B</figcaption></figure>',
    );
    expect(told(html)).toEqual({ pictures: 1 });
  });
  test('a picture the clipboard brings along is handed over, not reported', () => {
    const clean = cleanPastedHtml(
      '<p><img src="data:image/png;base64,AAAA"><img src="https://x.example/b.png"></p>',
    );
    expect(clean.pictures).toEqual(['data:image/png;base64,AAAA', null]);
    expect(clean.report).toEqual([{ kind: 'pictures', count: 1 }]);
    expect(clean.html).not.toContain('base64');
  });
  test('nesting without end keeps the text and says so', () => {
    const html = `${'<div><span>'.repeat(200)}deep`;
    expect(pasted(html)).toBe('paragraph: deep');
    expect(told(html)).toEqual({ deepNesting: 1 });
  });
  test('HTML beyond the limit falls back to its plain text, and too much text is refused whole', () => {
    expect(pasted('x'.repeat(MAX_HTML + 1), 'one\r\n\r\ntwo <b>')).toBe('paragraph: one\nparagraph: two <b>');
    const clean = cleanPastedHtml(`<p>${'word '.repeat(300_000)}</p>`);
    expect(clean).toEqual({ html: '', report: [{ kind: 'tooLarge', count: 1 }], pictures: [] });
  });
});

test('what this editor copied is read back as it is', () => {
  const html =
    '<meta charset="utf-8"><aside data-callout="tip" data-pm-slice="1 1 []"><p data-id="abc">Tip</p></aside>';
  expect(cleanPastedHtml(html).html).toContain('<aside data-callout="tip" data-pm-slice="1 1 []">');
});

describe('markup made quiet before it is parsed', () => {
  test('no style, handler or script is left for the policy of the page to refuse', () => {
    const { markup, styleSheet } = quietMarkup(
      `<style>p{}</style><p STYLE="a" onclick='b' class=c style=d/>e<script>"</p>"</script><br/style='f'><a href="style=x" title='>'>style="g"</a>`,
    );
    expect(markup).toBe(
      `<p data-style="a"  class=c data-style=d/>e<br/data-style='f'><a href="style=x" title='>'>style="g"</a>`,
    );
    expect(styleSheet).toBe('p{}\n');
  });
  test('text and comments stay as they are, tags that never end too', () => {
    for (const html of [
      'a < b',
      '<!-- <p style=x> --> <',
      '<textarea><p style="x"></textarea>',
      '<p a="',
      '</p style=x>',
      '<3',
    ])
      expect(quietMarkup(html).markup).toBe(html);
  });
});

// @vitest-environment jsdom
import { cleanPastedHtml } from '@accord/client/editor/paste/clean';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asDocument, fixture } from './pasted';

const FIXTURES = ['word-desktop', 'google-docs', 'word-online', 'libreoffice', 'web-page'].map(fixture);

/** Pieces of markup that break things in real clipboards. */
const SHARDS = [
  '<table>',
  '</table>',
  '<tr>',
  '<td colspan=0 rowspan=-1>',
  '</td>',
  '<li>',
  '<ul>',
  '</ul>',
  '<ol start=1e9>',
  '<p>',
  '</p>',
  '</div>',
  '<b>',
  '</i>',
  '<h1>',
  '</h2>',
  '<svg>',
  '</svg>',
  '<math>',
  '<select>',
  '<template>',
  '<!--',
  '-->',
  '<![if !x]>',
  '<![endif]>',
  '<pre>',
  '<figure>',
  '<figcaption>',
  '<img src=x>',
  '<a href="#_ftn1" name="_ftnref1">',
  '<div id=ftn1 style="mso-element:footnote">',
  "<p style='mso-list:l0 level9 lfo1'>",
  "<span style='mso-list:Ignore'>",
  '<del cite=x>',
  '<sup data-note=a>',
  '<div data-footnote>',
  '<plaintext>',
  '&nbsp;',
  '&#0;',
  '\u0000',
  '\ud800',
  '<o:p>',
  '<frameset>',
  '<body>',
  '<form><form>',
  '<button>',
  '<ruby><rt>',
  '<noscript>',
  'word',
];

/** A real clipboard with pieces cut out, doubled, and shards thrown in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...FIXTURES),
    fc.array(
      fc.record({
        at: fc.nat(30_000),
        cut: fc.nat(400),
        put: fc.array(fc.constantFrom(...SHARDS), { maxLength: 4 }),
      }),
      { maxLength: 12 },
    ),
  )
  .map(([html, changes]) =>
    changes.reduce((text, { at, cut, put }) => {
      const from = at % text.length;
      return text.slice(0, from) + put.join('') + text.slice(from + cut);
    }, html),
  );

const shardsOnly = fc.array(fc.constantFrom(...SHARDS), { maxLength: 60 }).map((parts) => parts.join(''));

const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')];

/** How often each letter or digit stands in what somebody would have seen of the pasted page. */
function visible(html: string): Map<string, number> {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const gone = 'script,style,template,noscript,head,title,datalist,xml';
  for (const element of body?.querySelectorAll(gone) ?? []) element.remove();
  return count(body?.textContent ?? '');
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of letters(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

test('whatever is pasted, cleaning does not throw and the schema takes the result', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, shardsOnly, fc.string({ unit: 'binary', maxLength: 400 })), (html) => {
      asDocument(cleanPastedHtml(html));
    }),
    { numRuns: 150 },
  );
});

test('the schema reads the clean markup without loss of a character', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, shardsOnly), (html) => {
      const clean = cleanPastedHtml(html);
      const body = new DOMParser().parseFromString(clean.html, 'text/html').body;
      const document = asDocument(clean);
      expect(letters(document.textContent).join('')).toBe(letters(body.textContent ?? '').join(''));
    }),
    { numRuns: 100 },
  );
});

test('text that is missing from the result is reported', () => {
  const silent = (html: string) => {
    const clean = cleanPastedHtml(html);
    if (clean.report.length > 0) return [];
    const kept = count(asDocument(clean).textContent);
    return [...visible(html)].filter(([letter, seen]) => (kept.get(letter) ?? 0) < seen);
  };
  // List and footnote markers are text in Word's HTML but no text of the person: they are left out of this property.
  const withoutMarkers = mutated.map((html) => html.replace(/mso-list|mso-element|href="?#|name="?_/g, 'x'));
  fc.assert(
    fc.property(fc.oneof(withoutMarkers, shardsOnly), (html) => {
      expect(silent(html)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

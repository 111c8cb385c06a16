import { attachment, fileName } from '@accord/server/export/file-name';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the name of an exported file', () => {
  it.each([
    ['Working with schools', 'Working with schools.docx'],
    ['Mitä "me" teemme?', 'Mitä me teemme.docx'],
    ['a/b\\c:d*e<f>g|h', 'a b c d e f g h.docx'],
    ['line\r\nSet-Cookie: x', 'line Set-Cookie x.docx'],
    ['../../etc/passwd', 'etc passwd.docx'],
    ['🐦 Herons 🐦', '🐦 Herons 🐦.docx'],
    ['  …  ', '….docx'],
    ['???', 'Accord.docx'],
  ])('of %j is %j', (title, name) => expect(fileName(title, 'docx')).toBe(name));

  it('is cut between characters', () => {
    expect(fileName('🐦'.repeat(200), 'md')).toBe(`${'🐦'.repeat(80)}.md`);
  });

  it('goes out in ASCII and as it is', () => {
    expect(attachment('Été – l’école (1)!.md')).toBe(
      `attachment; filename="Ete _ l_ecole (1)_.md"; filename*=UTF-8''%C3%89t%C3%A9%20%E2%80%93%20l%E2%80%99%C3%A9cole%20%281%29%21.md`,
    );
  });

  it('[K8] is one harmless header whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const header = attachment(fileName(title, 'html'));
        expect(header).toMatch(
          /^attachment; filename="[\w .()-]+\.html"; filename\*=UTF-8''[\w.~%-]+\.html$/,
        );
        const [, encoded = ''] = header.split("''");
        expect(decodeURIComponent(encoded)).toBe(fileName(title, 'html'));
      }),
      { numRuns: 500 },
    );
  });
});

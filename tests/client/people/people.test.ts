import { decodeCsv } from '@accord/client/people/csv-file';
import { deviceIn } from '@accord/client/people/device-name';
import { fieldOf } from '@accord/client/people/failures-of-fields';
import { fits } from '@accord/client/people/find-people';
import { tokenIn } from '@accord/client/people/one-time-link';
import { readGrants, writeGrants } from '@accord/shared/access/grant-text';
import { type Grant, LANGUAGES, ROLES } from '@accord/shared/access/role';
import { csvLine } from '@accord/shared/kernel/csv';
import { Failure } from '@accord/shared/kernel/failure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('finding people', () => {
  it.each([
    ['korhonen', true],
    ['AINO', true],
    ['aino helsinki', true],
    ['helene', true],
    ['', true],
    ['aino paris', false],
  ])('"%s" fits Aino Hélène Korhonen of Helsinki: %s', (words, expected) => {
    expect(fits(words, ['Aino Hélène Korhonen', undefined, 'Helsinki'])).toBe(expected);
  });
});

describe('CSV files', () => {
  const text = 'name,email\nHélène Müller,h@x.org';
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text))],
    ['Windows, as Excel writes', Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)))],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, ...Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat())],
  ])('[P7] are read in %s', (_, bytes) => {
    expect(decodeCsv(bytes).replace(/^\uFEFF/, '')).toBe(text);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('[C15] a cell with %j is inert', (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  });

  it('are written so that quotes, commas and line ends come back', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines', 'plain', -3])).toBe(
      '"a,b","say ""x""","two\nlines",plain,-3\r\n',
    );
  });
});

describe('one-time links', () => {
  it('[P6] the secret is read from the fragment only', () => {
    expect(tokenIn('#token=abc-_1')).toBe('abc-_1');
    expect(tokenIn('')).toBe('');
    expect(tokenIn('#other=1')).toBe('');
  });
});

describe('refusals of a form', () => {
  it.each([
    [new Failure('password-too-short'), 'password'],
    [new Failure('email-taken'), 'email'],
    [new Failure('invalid-input', 'x', { fields: [{ path: 'email', message: 'no' }] }), 'email'],
    [new Failure('invalid-input', 'x', { fields: [{ path: 'name', message: 'no' }] }), null],
    [new Failure('unavailable'), null],
    [new Error('other'), null],
    [null, null],
  ])('%s stands at the field: %s', (error, field) => {
    expect(fieldOf(error)).toBe(field);
  });
});

describe('devices', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/18.0 Safari/605.1',
      'Safari',
      'macOS',
    ],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceIn(userAgent)).toEqual({ browser, system });
  });

  it('what says nothing known is not guessed', () => {
    expect(deviceIn('curl/8.0')).toBeNull();
  });
});

describe('roles in the audit log', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{4,20}$/);
  const grant: fc.Arbitrary<Grant> = fc
    .record({
      role: fc.constantFrom(...ROLES),
      outputId: fc.option(id),
      chapterId: fc.option(id),
      language: fc.option(fc.constantFrom(...LANGUAGES)),
    })
    .map((made) => (made.outputId === null ? { ...made, chapterId: null } : made));

  it('[P8] come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(grant), (grants) => {
        expect(readGrants(writeGrants(grants))).toEqual(grants);
      }),
    );
  });

  it('[P8] rubbish is left out, never a fault', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        for (const { role } of readGrants(line)) expect(ROLES).toContain(role);
      }),
    );
    expect(readGrants('king@* author@*')).toEqual([
      { role: 'author', outputId: null, chapterId: null, language: null },
    ]);
  });
});

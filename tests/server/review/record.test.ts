import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '@accord/server/command-line';
import { ApprovalRecord, verifyRecord } from '@accord/shared/review/record';
import type { Review } from '@accord/shared/review/review';
import { describe, expect, it, onTestFinished } from 'vitest';
import { words } from '../suggestions/reviewed-chapter';
import { signedChapter } from './signed-chapter';

/** A chapter that was signed by four, objected to, answered, changed and approved. */
async function approved() {
  const chapter = await signedChapter();
  const { ask, signAll, sign, suggest, reviewer, coordinator, chapterId, move, clock, review } = chapter;
  await ask();
  await signAll(['FI', 'FR', 'DE']);
  const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
  await coordinator.ask('POST', `/api/chapters/${chapterId}/editorial-changes`, {
    suggestionIds: [made.id],
    note: 'A word only.',
  });
  await sign('IT', 'object', { comment: 'Storks?' });
  const { signOff } = await review();
  await coordinator.ask<Review>('POST', `/api/sign-offs/${signOff?.id}/answers`, {
    signatureId: signOff?.signatures.at(-1)?.id,
    text: 'Herons.',
  });
  await sign('IT', 'abstain');
  await sign('GB', 'agree-with-comments', { comment: 'Fine.' });
  clock.move(11 * 24 * 60 * 60 * 1000);
  await move('approved');
  const record = async () => {
    const { body } = await coordinator.ask('GET', `/api/chapters/${chapterId}/approval-record`);
    return ApprovalRecord.parse(body);
  };
  return { ...chapter, record };
}

describe('the approval record', () => {
  it('[R12] holds who, institution, time, hash, comment, each step and the signed text itself', async () => {
    const { record, json, signatory } = await approved();
    const found = await record();
    expect(verifyRecord(found)).toEqual([]);
    expect(found.state).toBe('approved');
    expect(found.signOff.signatures.map(({ decision }) => decision)).toEqual([
      'agree',
      'agree',
      'agree',
      'object',
      'abstain',
      'agree-with-comments',
    ]);
    expect(found.signOff.answers).toHaveLength(1);
    expect(found.signOff.changes).toHaveLength(1);
    expect(found.history.map(({ to }) => to)).toEqual(['in-review', 'sign-off', 'approved']);
    expect(found.people.find(({ id }) => id === signatory('FI').id)).toMatchObject({
      partner: 'Sample science education centre, Finland',
      country: 'FI',
    });
    expect(JSON.stringify(await json())).toContain('Calm herons');
    expect(found.texts[0]?.canonicalJson).toContain('Calm herons');
  });

  it('[R12] leaves as a page and as a Word document, those who did not reply named as such', async () => {
    const { ask, sign, coordinator, chapterId, reader } = await signedChapter();
    const path = `/api/chapters/${chapterId}/approval-record`;
    expect((await coordinator.ask('GET', path)).status).toBe(404);
    await ask();
    await sign('FI', 'agree', { comment: 'With <b>pleasure</b>.' });
    const page = await reader.ask<string>('GET', `${path}?format=html`);
    expect(page.headers.get('content-disposition')).toContain('attachment');
    for (const word of [
      'Approval record',
      'Finland',
      'Agrees',
      'With &lt;b&gt;pleasure',
      'No reply',
      'Italy',
    ])
      expect(page.text).toContain(word);
    expect(page.text.match(/No reply/g)).toHaveLength(4);
    const word = await reader.ask('GET', `${path}?format=docx`);
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
    expect(word.text.startsWith('PK')).toBe(true);
    expect((await reader.ask('GET', `${path}?format=pdf`)).body.code).toBe('invalid-input');
  });

  it.each([
    [
      'a letter of the text',
      (text: string) => text.replace('Calm herons', 'Calm heron'),
      /is not the one with the hash/,
    ],
    [
      'a signature',
      (text: string) => text.replace('"decision":"abstain"', '"decision":"object"'),
      /not everybody has agreed/,
    ],
    ['the hash of a text', (text: string) => text.replace(/"hash":"[0-9a-f]/g, '"hash":"0'), /hash|signed/],
    [
      'what an editorial change began with',
      (text: string) => text.replace(/"toHash":"[0-9a-f]{4}/, '"toHash":"0000'),
      /do not lead/,
    ],
    ['its shape', (text: string) => text.replace('"slots"', '"slot"'), /no approval record/],
    ['all of it', () => 'not JSON', /no approval record/],
  ])('[R12] `accord verify` says offline that %s was changed', async (_, spoil, says) => {
    const { record } = await approved();
    const folder = await mkdtemp(join(tmpdir(), 'accord-record-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'record.json');
    const said: string[] = [];
    const verify = async (text: string): Promise<number> => {
      said.length = 0;
      await writeFile(file, text);
      return commandLine(['verify', file], (line) => said.push(line));
    };
    const good = JSON.stringify(await record());
    expect(await verify(good)).toBe(0);
    expect(said.join()).toContain('approved');
    const bad = spoil(good);
    expect(bad).not.toBe(good);
    expect(await verify(bad)).toBe(1);
    expect(said.join('\n')).toMatch(says);
    expect(await commandLine(['verify'], (line) => said.push(line))).toBe(2);
    expect(await commandLine(['verify', join(folder, 'none')], (line) => said.push(line))).toBe(2);
  });
});

import { COUNTRIES } from '@accord/shared/access/role';
import type { Problem } from '@accord/shared/kernel/failure';
import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Review, ReviewSummary } from '@accord/shared/review/review';
import { hashOfTexts } from '@accord/shared/review/signing';
import type { Version } from '@accord/shared/versions/versions';
import { describe, expect, it } from 'vitest';
import { change } from '../../sync/writing';
import { words } from '../suggestions/reviewed-chapter';
import { DAY } from '../workspace';
import { signedChapter } from './signed-chapter';

describe('the states of a chapter', () => {
  it('[R1] offers only allowed moves, to whom they are allowed; each is on record with who, when and a note', async () => {
    const { review, move, author, reader, coordinator, chapterId } = await signedChapter();
    expect((await review(reader)).moves).toEqual([]);
    expect((await review(author)).moves.map(({ to }) => to)).toEqual(['in-review']);
    expect((await move('in-review', { note: 'Ready, I think.' }, reader)).body.code).toBe('not-allowed');
    expect((await move('in-review', { note: 'Ready, I think.' }, author)).body.state).toBe('in-review');
    expect((await review(author)).moves).toEqual([]);
    expect((await review(coordinator)).moves.map(({ to }) => to)).toEqual([
      'sign-off',
      'changes-requested',
      'draft',
    ]);
    expect((await move('published')).body.code).toBe('not-allowed');
    const { history } = await review();
    expect(history).toMatchObject([
      {
        personId: author.id,
        from: 'draft',
        to: 'in-review',
        note: 'Ready, I think.',
        at: '2026-11-24T09:00:00.000Z',
      },
    ]);
    const versions = await author.ask<Version[]>('GET', `/api/chapters/${chapterId}/versions`);
    expect(versions.body[0]).toMatchObject({ kind: 'state-change', id: history[0]?.versionId });
  });

  it('[R1] asks for a reason to go back', async () => {
    const { move, review } = await signedChapter();
    await move('in-review');
    expect((await move('changes-requested')).body.code).toBe('reason-needed');
    expect((await move('changes-requested', { note: '  ' })).body.code).toBe('reason-needed');
    expect((await review()).state).toBe('in-review');
    expect((await move('changes-requested', { note: 'Chapter 2 is missing.' })).body.state).toBe(
      'changes-requested',
    );
  });

  it('[R9] of two who move it at once one succeeds, the other hears the new state', async () => {
    const { move, coordinator, author, chapterId, review } = await signedChapter();
    await move('in-review');
    const body = { expected: 'in-review', note: 'Not yet.' };
    const path = `/api/chapters/${chapterId}/transitions`;
    const [one, other] = await Promise.all([
      coordinator.ask<Problem>('POST', path, { ...body, to: 'changes-requested' }),
      coordinator.ask<Problem>('POST', path, { ...body, to: 'draft' }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const late = one.status === 409 ? one : other;
    expect(late.body.code).toBe('conflict');
    expect(['changes-requested', 'draft']).toContain((await review(author)).state);
    expect((await review()).history).toHaveLength(2);
  });
});

describe('asking for signatures', () => {
  it('[R2] freezes a hashed version, opens a slot for each country, and locks the text for everybody', async () => {
    const { ask, chapterId, author, writer, root, review, suggest, reviewer, told, signatory, json } =
      await signedChapter();
    const before = await json();
    const { signOff, state } = await ask();
    expect(state).toBe('sign-off');
    expect(signOff?.slots.map(({ key }) => key)).toEqual([...COUNTRIES]);
    expect(signOff?.deadline).toBe('2026-12-04');
    const versions = (await author.ask<Version[]>('GET', `/api/chapters/${chapterId}/versions`)).body;
    const frozen = versions.find(({ id }) => id === signOff?.texts[0]?.versionId);
    expect(frozen).toMatchObject({ kind: 'state-change', hash: signOff?.hash });
    await writer.until(() => writer.heard.some((heard) => heard.kind === 'hello' && heard.role === 'locked'));
    const n = writer.last('durable')?.n ?? 0;
    writer.update(change(writer.doc, (text) => text.delete(0, 1)));
    await writer.until(() => writer.heard.some((heard) => heard.kind === 'rejected'));
    expect(writer.heard.find((heard) => heard.kind === 'rejected')).toMatchObject({
      reason: 'chapter-locked',
    });
    expect(n).toBe(1);
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    for (const who of [author, root])
      expect(
        (await who.ask('POST', `/api/suggestions/${made.id}/decision`, { decision: 'accept' })).status,
      ).toBe(423);
    expect(await json()).toEqual(before);
    expect((await review(signatory('FR'))).signOff?.mine).toEqual(['FR']);
    expect(await told(signatory('FR'))).toEqual(['signature-asked']);
  });

  it('[R2] of a whole output: one hash over its chapters in order, all of them locked or none', async () => {
    const { coordinator, author, outputId, signatory, review, chapterId } = await signedChapter();
    const { chapters } = (await coordinator.ask<Output>('GET', `/api/outputs/${outputId}`)).body;
    const path = `/api/outputs/${outputId}`;
    const early = { to: 'sign-off', expected: 'draft' };
    expect((await coordinator.ask('POST', `${path}/transitions`, early)).body.code).toBe('not-allowed');
    await coordinator.ask('POST', `${path}/transitions`, { to: 'in-review', expected: 'draft' });
    const asked = await coordinator.ask<Review>('POST', `${path}/transitions`, {
      to: 'sign-off',
      expected: 'in-review',
    });
    const texts = asked.body.signOff?.texts ?? [];
    expect(texts.map((text) => text.chapterId)).toEqual(chapters.map(({ id }) => id));
    expect(asked.body.signOff?.hash).toBe(hashOfTexts(texts));
    for (const { id } of chapters)
      expect((await author.ask<Chapter>('GET', `/api/chapters/${id}`)).body.state).toBe('sign-off');
    // A chapter of it moves with the whole only, and is signed with it only.
    expect((await review()).moves.map(({ blocked }) => blocked)).toEqual(['whole-output', 'whole-output']);
    const alone = { decision: 'agree', hash: texts[0]?.hash };
    const one = await signatory('IT').ask('POST', `/api/chapters/${chapterId}/signatures`, alone);
    expect(one.body.code).toBe('not-in-sign-off');
    for (const country of COUNTRIES)
      await signatory(country).ask('POST', `${path}/signatures`, {
        decision: 'agree',
        hash: asked.body.signOff?.hash,
      });
    const done = await coordinator.ask<Review>('POST', `${path}/transitions`, {
      to: 'approved',
      expected: 'sign-off',
    });
    expect(done.body.state).toBe('approved');
  });

  it('[R7] is refused while suggestions are open, and warns of open comments', async () => {
    const { move, suggest, reviewer, author, decide, chapterId, review } = await signedChapter();
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    await move('in-review');
    expect((await review()).moves.find(({ to }) => to === 'sign-off')?.blocked).toBe('open-suggestions');
    expect((await move('sign-off')).body.code).toBe('open-suggestions');
    await decide(author, made, 'reject');
    await author.ask('POST', `/api/chapters/${chapterId}/threads`, {
      anchor: { kind: 'chapter' },
      text: 'Title?',
    });
    expect((await move('sign-off')).body.code).toBe('open-comments');
    expect((await review()).openThreads).toBe(1);
    const asked = await move('sign-off', { despiteComments: true });
    expect(asked.body.state).toBe('sign-off');
  });

  it('is refused while not everybody who has to sign is named; the text stays open for writing', async () => {
    const { move, coordinator, outputId, type, text } = await signedChapter();
    const none = { by: 'countries', days: 10, signatories: [] };
    await coordinator.ask('PUT', `/api/outputs/${outputId}/sign-off-policy`, none);
    await move('in-review');
    expect((await move('sign-off')).body.code).toBe('no-signatories');
    await type(0, 0, 5, 'Calm');
    expect((await text())[0]).toMatch(/^Calm/);
    const wrong = { ...none, signatories: [{ key: 'SE', signatoryId: coordinator.id, deputyId: null }] };
    const refused = await coordinator.ask('PUT', `/api/outputs/${outputId}/sign-off-policy`, wrong);
    expect(refused.body.code).toBe('invalid-input');
  });
});

describe('signing', () => {
  it('[R3] is for exactly that text; an objection needs its reason; silence is no reply', async () => {
    const { ask, sign, review, reader } = await signedChapter();
    await ask();
    expect((await sign('FI', 'agree', { hash: 'a'.repeat(64) })).body.code).toBe('text-changed');
    expect((await sign('FI', 'object')).body.code).toBe('reason-needed');
    expect((await sign('FI', 'agree', { who: reader })).body.code).toBe('not-allowed');
    await sign('FI', 'agree-with-comments', { comment: 'Mind the commas.' });
    await sign('DE', 'abstain');
    await sign('IT', 'object', { comment: 'The table is wrong.' });
    const { signOff } = await review();
    const standings = signOff?.standings.map(({ slot, signature }) => [
      slot.key,
      signature?.decision ?? null,
    ]);
    expect(Object.fromEntries(standings ?? [])).toEqual({
      FI: 'agree-with-comments',
      DE: 'abstain',
      IT: 'object',
      FR: null,
      GB: null,
    });
  });

  it('[R4] leads to approval only when everybody has agreed or abstained and nobody objects', async () => {
    const { ask, sign, signAll, move, review, told, signatory } = await signedChapter();
    await ask();
    await signAll(['FI', 'FR', 'DE']);
    await sign('IT', 'abstain');
    expect((await move('approved')).body.code).toBe('policy-not-met');
    await sign('GB', 'object', { comment: 'Not like this.' });
    expect((await move('approved')).body.code).toBe('policy-not-met');
    expect((await review()).moves.find(({ to }) => to === 'approved')?.blocked).toBe('policy-not-met');
    await sign('GB', 'agree');
    expect((await review()).signOff?.met).toBe(true);
    expect((await move('approved')).body.state).toBe('approved');
    expect(await told(signatory('IT'))).toContain('text-approved');
    expect((await sign('IT', 'object', { comment: 'Too late.' })).body.code).toBe('not-in-sign-off');
  });

  it('[R8] a signature is taken back as a new event, until approval; the deputy signs for whoever has left', async () => {
    const { ask, sign, signAll, review, root, signatory, deputy, move } = await signedChapter();
    await ask();
    await signAll();
    expect((await sign('FR', 'withdrawn')).body.signOff?.met).toBe(false);
    const kept = (await review()).signOff?.signatures.filter(({ slot }) => slot === 'FR');
    expect(kept?.map(({ decision }) => decision)).toEqual(['agree', 'withdrawn']);
    expect((await sign('FR', 'withdrawn')).body.code).toBe('not-allowed');
    expect((await sign('FR', 'agree', { who: deputy('FR') })).body.code).toBe('not-allowed');
    await root.ask('PATCH', `/api/people/${signatory('FR').id}`, { disabled: true });
    await root.ask('PATCH', `/api/people/${signatory('DE').id}`, { disabled: true });
    expect((await sign('FR', 'agree', { who: deputy('FR') })).body.signOff?.met).toBe(true);
    expect((await move('approved')).body.state).toBe('approved');
  });

  it('[R6] comments and resolving void nothing', async () => {
    const { ask, signAll, review, reviewer, chapterId, coordinator } = await signedChapter();
    await ask();
    await signAll();
    const opened = await reviewer.ask<{ id: string }>('POST', `/api/chapters/${chapterId}/threads`, {
      anchor: { kind: 'chapter' },
      text: 'Well done.',
    });
    await coordinator.ask('PATCH', `/api/threads/${opened.body.id}`, { resolved: true });
    expect((await review()).signOff?.met).toBe(true);
  });

  it('[R11] one answer says where each output stands and who is awaited', async () => {
    const { ask, sign, signatory, outputId, chapterId, reader } = await signedChapter();
    await ask();
    await sign('FI', 'agree');
    await sign('DE', 'object', { comment: 'No.' });
    const all = await signatory('IT').ask<ReviewSummary[]>('GET', '/api/reviews');
    const own = all.body.find((summary) => summary.outputId === outputId);
    expect(own?.pips).toEqual({ FI: 'signed', FR: 'awaited', DE: 'objecting', IT: 'awaited', GB: 'awaited' });
    expect(own?.awaited).toMatchObject([{ chapterId, mine: true, deadline: '2026-12-04' }]);
    expect(own?.awaited[0]?.personIds).toEqual(['FR', 'IT', 'GB'].map((key) => signatory(key as 'FR').id));
    expect(all.body.filter(({ awaited }) => awaited.length > 0)).toHaveLength(1);
    const theirs = await reader.ask<ReviewSummary[]>('GET', '/api/reviews');
    expect(theirs.body.find((summary) => summary.outputId === outputId)?.awaited[0]?.mine).toBe(false);
  });
});

describe('changing a text that is signed', () => {
  it('[R5] reopening makes signatures void, tells every signatory, and unlocks the text', async () => {
    const { ask, signAll, move, type, text, told, signatory, review } = await signedChapter();
    await ask();
    await signAll(['FI', 'FR']);
    expect((await move('draft')).body.code).toBe('reason-needed');
    expect((await move('draft', { note: 'A figure is missing.' })).body.state).toBe('draft');
    await type(0, 0, 5, 'Calm');
    expect((await text())[0]).toMatch(/^Calm/);
    for (const country of ['FI', 'GB'] as const)
      expect(await told(signatory(country))).toContain('text-reopened');
    await move('in-review');
    const again = await move('sign-off');
    expect(again.body.signOff?.standings.every(({ signature }) => signature === null)).toBe(true);
    expect((await review()).signOff?.id).not.toBe(undefined);
  });

  it('[R5] [R10] a declared editorial change links the old hash; signatures stay, the old text can’t be signed any more', async () => {
    const {
      ask,
      signAll,
      sign,
      suggest,
      reviewer,
      coordinator,
      author,
      chapterId,
      text,
      told,
      signatory,
      review,
      move,
      clock,
    } = await signedChapter();
    const asked = await ask();
    const oldHash = asked.signOff?.hash;
    await signAll(['FI', 'FR', 'DE', 'IT']);
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    const path = `/api/chapters/${chapterId}/editorial-changes`;
    const body = { suggestionIds: [made.id], note: 'A word only.' };
    expect((await author.ask('POST', path, body)).body.code).toBe('not-allowed');
    const changed = await coordinator.ask<Review>('POST', path, body);
    expect(changed.status).toBe(200);
    expect((await text())[0]).toMatch(/^Calm/);
    const { signOff } = changed.body;
    expect(signOff?.hash).not.toBe(oldHash);
    expect(signOff?.changes).toMatchObject([
      { fromHash: oldHash, toHash: signOff?.hash, proposerIds: [reviewer.id], personId: coordinator.id },
    ]);
    expect(await told(signatory('FI'))).toContain('editorial-change');
    // Who opened the text before has to look at it again.
    expect((await sign('GB', 'agree', { hash: oldHash ?? '' })).body.code).toBe('text-changed');
    await sign('GB', 'agree');
    expect(
      (await review()).signOff?.standings.every(({ signature }) => signature?.decision === 'agree'),
    ).toBe(true);
    // The others may still object to the change.
    expect((await move('approved')).body.code).toBe('policy-not-met');
    clock.move(11 * DAY);
    expect((await move('approved')).body.state).toBe('approved');
    const again = await coordinator.ask('POST', path, body);
    expect(again.body.code).toBe('not-found');
  });

  it('[R5] an objection to a change of an approved text voids the approval', async () => {
    const { ask, signAll, sign, suggest, reviewer, coordinator, chapterId, move, review, signatory } =
      await signedChapter();
    await ask();
    await signAll();
    await move('approved');
    const made = await suggest(reviewer, [words('par2', 5, 9, 'hunt')]);
    await coordinator.ask('POST', `/api/chapters/${chapterId}/editorial-changes`, {
      suggestionIds: [made.id],
      note: 'The better word.',
    });
    expect((await review()).state).toBe('approved');
    expect((await sign('IT', 'agree')).body.code).toBe('not-in-sign-off');
    const objected = await sign('IT', 'object', { comment: 'Herons fish.' });
    expect(objected.body.state).toBe('sign-off');
    const { signOff } = objected.body;
    const objection = signOff?.signatures.at(-1);
    const answered = await coordinator.ask<Review>('POST', `/api/sign-offs/${signOff?.id}/answers`, {
      signatureId: objection?.id,
      text: 'True. I reopen it.',
    });
    expect(answered.body.signOff?.answers).toMatchObject([{ to: objection?.id, personId: coordinator.id }]);
    const foreign = await signatory('FI').ask('POST', `/api/sign-offs/${signOff?.id}/answers`, {
      signatureId: objection?.id,
      text: 'Me too.',
    });
    expect(foreign.body.code).toBe('not-allowed');
  });

  it('[R5] a change that conflicts with the text changes nothing', async () => {
    const { ask, suggest, reviewer, second, coordinator, chapterId, text, review } = await signedChapter();
    await ask();
    const [one, other] = [
      await suggest(reviewer, [words('par1', 0, 5, 'Calm')]),
      await suggest(second, [words('par1', 0, 12, 'Storks')]),
    ];
    const before = await text();
    const refused = await coordinator.ask('POST', `/api/chapters/${chapterId}/editorial-changes`, {
      suggestionIds: [one.id, other.id],
      note: 'Both.',
    });
    expect(refused.body.code).toBe('conflicts-with-text');
    expect(await text()).toEqual(before);
    expect((await review()).signOff?.changes).toEqual([]);
  });
});

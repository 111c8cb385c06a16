import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FIRST_SEED } from '../../kit/seed';
import { RawClient } from '../../sync/raw-client';
import { seededRandom } from '../../sync/seed';
import { type as typed } from '../../sync/writing';
import { words } from '../suggestions/reviewed-chapter';
import { signedChapter } from './signed-chapter';

vi.setConfig({ testTimeout: 240_000 });

const ROUNDS = Number(process.env.ACCORD_ROUNDS ?? 500);

it(`[R2] in ${ROUNDS} races of edits against the lock, none is stored behind it: live, from offline, accepted, undone`, async () => {
  // On a real disk: what is being stored takes its time, and the race has a middle.
  const folder = await mkdtemp(join(tmpdir(), 'accord-race-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const chapter = await signedChapter({}, { ACCORD_DATA: folder });
  const { accord, chapterId, url, author, coordinator, reviewer, suggest, decide, decideAll, undo, move } =
    chapter;
  const random = seededRandom(FIRST_SEED + 1);
  const connect = async () => {
    const client = await RawClient.connect({
      url: `${url.replace('http', 'ws')}/sync/${chapterId}`,
      origin: url,
      cookie: author.cookie ?? '',
      hello: {},
    });
    await client.sync();
    return client;
  };
  const lastSeq = async () => {
    const stored = await accord.storage.log.load(chapterId);
    return stored?.tail.at(-1)?.seq ?? stored?.baseSeq ?? 0;
  };
  let live = await connect();
  /** Somebody who was away: what they wrote then arrives at some moment of the race. */
  let away = await connect();
  let [stored, refused] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let open: Suggestion | null = null;
    let decisionId: string | null = null;
    const kind = (['live', 'offline', 'accept', 'accept all', 'undo'] as const)[round % 5] ?? 'live';
    if (kind === 'accept' || kind === 'accept all' || kind === 'undo') {
      const made = await suggest(reviewer, [words('par3', 0, 0, `Round ${round}: `)]);
      if (kind === 'undo') decisionId = (await decide(author, made, 'accept')).body.decisionId;
      else open = made;
    }
    const doc = kind === 'offline' ? away.doc : live.doc;
    const edits = Array.from({ length: 8 }, (_, index) => typed(doc, ` ${round}.${index}`));
    await move('in-review');
    const attack = async (): Promise<void> => {
      const pause = async () => {
        for (let wait = Math.floor(random() * 12); wait > 0; wait--)
          await new Promise((next) => setImmediate(next));
      };
      await pause();
      if (kind === 'live' || kind === 'offline')
        for (const update of edits) {
          (kind === 'live' ? live : away).update(update);
          await pause();
        }
      else if (open && kind === 'accept') await decide(author, open, 'accept');
      else if (open) await decideAll(author, 'accept', [open]);
      else await undo(author, decisionId);
    };
    const asking = move('sign-off', { despiteComments: true });
    await Promise.all([attack(), asking]);
    const asked = await asking;
    if (asked.status !== 200) {
      // The suggestion was still open, or just being decided: then nothing was locked.
      expect(asked.body.code).toBe('open-suggestions');
      for (const each of await chapter.list('open')) await decide(author, each, 'reject');
      await move('draft', { note: 'Once more.' });
    } else {
      const text = asked.body.signOff?.texts[0];
      expect(await lastSeq(), `round ${round}, ${kind}`).toBe(text?.seq);
      // What was sent is settled by now, one way or the other; what was refused never came.
      for (const client of [live, away]) if (client.closed === null) await client.sync();
      expect(await lastSeq(), `round ${round}, ${kind}`).toBe(text?.seq);
      await coordinator.ask('POST', `/api/chapters/${chapterId}/transitions`, {
        to: 'draft',
        expected: 'sign-off',
        note: 'Once more.',
      });
    }
    for (const client of [live, away]) {
      if (client.heard.some((heard) => heard.kind === 'rejected')) refused++;
      else stored++;
    }
    if (
      [live, away].some(
        ({ heard, closed }) => closed !== null || heard.some(({ kind: what }) => what === 'rejected'),
      )
    ) {
      // What was refused hangs on a client id that is at an end: as the page does, they begin anew.
      live.close();
      away.close();
      live = await connect();
      away = await connect();
    }
  }
  live.close();
  away.close();
  // Both ways of the race were run.
  expect(stored).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

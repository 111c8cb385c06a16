import type { Output } from '@accord/shared/outputs/outputs';
import type { Version } from '@accord/shared/versions/versions';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RawClient } from '../../sync/raw-client';
import { change, paragraph, type } from '../../sync/writing';
import { MINUTE, startWorkspace, type Visitor } from '../workspace';

const author = { role: 'author', outputId: null, chapterId: null, language: null } as const;

beforeEach(() => {
  // Sockets and HTTP go on in real time; only what waits for its minute is moved.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

it('[V1] [V2] what two people type over their sockets is in an automatic version a minute later, with who and from where', async () => {
  const { administrator, person, clock, url } = await startWorkspace();
  const root = await administrator();
  const aino = await person({ email: 'aino@example.org', partnerId: 'partner-fi-1', grants: [author] });
  const jean = await person({ email: 'jean@example.org', partnerId: 'partner-fr-2', grants: [author] });
  const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
  const chapterId = outputs[0]?.chapters[0]?.id ?? '';
  const open = async (visitor: Visitor) => {
    const client = await RawClient.connect({
      url: `${url.replace('http', 'ws')}/sync/${chapterId}`,
      origin: url,
      cookie: visitor.cookie ?? '',
      hello: {},
    });
    await client.sync();
    return client;
  };
  const versions = async () => (await jean.ask<Version[]>('GET', `/api/chapters/${chapterId}/versions`)).body;
  /** Lets time pass for the clock and for whoever waits for it. */
  const pass = async (milliseconds: number) => {
    clock.move(milliseconds);
    await vi.advanceTimersByTimeAsync(milliseconds);
  };
  const [first, second] = [await open(aino), await open(jean)];

  first.update(paragraph(first.doc, 'Hei maailma'));
  await first.durable(1);
  await second.until(() => second.count('update') === 1);
  second.update(type(second.doc, ' et le monde'));
  second.update(change(second.doc, (text) => text.delete(0, 1)));
  await second.durable(2);
  expect((await versions()).map(({ kind }) => kind)).toEqual(['created']);
  await pass(MINUTE / 2);
  expect((await versions()).map(({ kind }) => kind)).toEqual(['created']);
  await pass(MINUTE / 2 + 1);

  await expect.poll(async () => (await versions()).map(({ kind }) => kind)).toEqual(['automatic', 'created']);
  const [automatic] = await versions();
  expect(automatic?.personId).toBeNull();
  // An element, its text and the letters; deletions count all that went.
  expect(automatic?.contributors).toMatchObject([
    { personId: jean.id, country: 'FR', inserted: ' et le monde'.length },
    { personId: aino.id, country: 'FI', inserted: 'Hei maailma'.length + 2, deleted: 0 },
  ]);
  expect(automatic?.contributors[0]?.deleted).toBeGreaterThan(0);
  expect(automatic?.seq).toBe(4);

  // The next one is not due before ten minutes have passed, and holds only what came since.
  first.update(type(first.doc, ' taas'));
  await first.durable(2);
  await pass(2 * MINUTE);
  expect(await versions()).toHaveLength(2);
  await pass(8 * MINUTE);
  await expect.poll(async () => (await versions()).length).toBe(3);
  expect((await versions())[0]?.contributors).toEqual([
    { personId: aino.id, country: 'FI', inserted: ' taas'.length, deleted: 0 },
  ]);
});

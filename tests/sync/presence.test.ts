import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Chapter } from './chapter';
import { awarenessMessage, type RawClient } from './raw-client';
import { paragraph } from './writing';

type State = Record<string, unknown> | null;

/** What a client has been shown of another, last. */
function shown(watcher: RawClient, client: number): State | undefined {
  return watcher.heard
    .flatMap((heard) => (heard.kind === 'awareness' ? heard.states : []))
    .findLast((entry) => entry.client === client)?.state;
}

const cursor = {
  anchor: { type: null, tname: 'default', item: null, assoc: 0 },
  head: { type: null, tname: 'default', item: null, assoc: 0 },
};

describe('presence', () => {
  let chapter: Chapter;
  let anna: RawClient;
  let ben: RawClient;
  beforeEach(async () => {
    chapter = await Chapter.open({ limits: { presenceRate: 20, presenceBurst: 5, oddities: 10 } });
    anna = await chapter.synced('anna');
    ben = await chapter.synced('ben');
  });
  afterEach(() => chapter.close());

  it('[K7] name, country and id are the server’s, whatever the client says', async () => {
    anna.awareness(1, 1, {
      user: { id: 'ben', name: 'Minister', color: 'url(//evil)', avatar: 'x' },
      cursor,
    });
    await ben.until(() => shown(ben, 1) !== undefined);
    expect(shown(ben, 1)).toEqual({ user: { id: 'anna', name: "anna's name", country: 'FI' }, cursor });
    expect(anna.count('awareness')).toBe(0);
  });

  it('[K7] a caret that is none is not passed on', async () => {
    anna.awareness(1, 1, { cursor: { anchor: 'x', head: { item: { client: -1, clock: 'y' } } } });
    await ben.until(() => shown(ben, 1) !== undefined);
    expect(shown(ben, 1)?.cursor).toBeNull();
  });

  it('[K7] somebody else’s id, seen or used in the text, can not be taken', async () => {
    anna.awareness(1, 1, { cursor });
    anna.update(paragraph(anna.doc, 'mine'));
    await anna.durable(1);
    await ben.until(() => shown(ben, 1) !== undefined);
    ben.awareness(1, 9, { cursor: null });
    ben.awareness(anna.doc.clientID, 9, { cursor: null });
    ben.awareness(2, 1, { cursor });
    await anna.until(() => shown(anna, 2) !== undefined);
    const rita = await chapter.synced('rita', 'read');
    await rita.until(() => shown(rita, 2) !== undefined);
    expect([shown(rita, 1)?.user, shown(rita, 2)?.user]).toMatchObject([{ id: 'anna' }, { id: 'ben' }]);
    expect(shown(rita, anna.doc.clientID)).toBeUndefined();
  });

  it('[K7] what stock clients repeat about others counts for nothing', async () => {
    anna.awareness(1, 1, { cursor });
    await ben.until(() => shown(ben, 1) !== undefined);
    ben.awareness(2, 1, { cursor: null });
    await anna.until(() => shown(anna, 2) !== undefined);
    for (let n = 0; n < 200; n++)
      ben.send(awarenessMessage([{ client: 1, clock: 50 + n, json: '{"user":{"name":"forged"}}' }]));
    ben.send(awarenessMessage([{ client: 1, clock: 999, json: 'null' }]));
    await ben.pinged();
    expect(ben.closed).toBeNull();
    anna.awareness(1, 2, { cursor, moved: true });
    await ben.until(() => shown(ben, 1)?.moved === true);
  });

  it('[U7] who leaves is gone for the others, and who comes sees everybody', async () => {
    anna.awareness(1, 1, { cursor });
    await ben.until(() => shown(ben, 1) !== undefined);
    const carla = await chapter.synced('carla');
    await carla.until(() => shown(carla, 1) !== undefined);
    anna.close();
    await ben.until(() => shown(ben, 1) === null);
    await carla.until(() => shown(carla, 1) === null);
  });

  it('[D13] the late close of an old socket does not hide a client that is back', async () => {
    anna.awareness(1, 7, { cursor });
    await ben.until(() => shown(ben, 1) !== undefined);
    const back = await chapter.ours('anna');
    await back.sync();
    // The same client id and the same clock: nothing has changed for the client.
    back.awareness(1, 7, { cursor, back: true });
    await ben.until(() => shown(ben, 1)?.back === true);
    anna.close();
    back.awareness(1, 8, { cursor, still: true });
    await ben.until(() => shown(ben, 1)?.still === true);
    await ben.pinged();
    expect(shown(ben, 1)).not.toBeNull();
    const clocks = ben.heard
      .flatMap((heard) => (heard.kind === 'awareness' ? heard.states : []))
      .filter(({ client }) => client === 1)
      .map(({ clock }) => clock);
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect(new Set(clocks).size).toBe(clocks.length);
  });

  it('[X4] a thousand states at once: few are passed on, the last one arrives', async () => {
    for (let n = 1; n <= 1000; n++) anna.awareness(1, n, { n });
    await ben.until(() => shown(ben, 1)?.n === 1000);
    expect(ben.count('awareness')).toBeLessThan(30);
    expect(anna.closed).toBeNull();
  });

  it('[X4] a state over the limit is passed over; a hundred thousand ids are not kept', async () => {
    anna.awareness(1, 1, { cursor: null, big: 'x'.repeat(1_000_000) });
    anna.send(
      awarenessMessage(
        Array.from({ length: 100_000 }, (_, client) => ({ client: client + 10, clock: 1, json: '{}' })),
      ),
    );
    anna.awareness(1, 2, { small: true });
    await ben.until(() => shown(ben, 1)?.small === true);
    expect(ben.heard.flatMap((heard) => (heard.kind === 'awareness' ? heard.states : []))).toHaveLength(1);
  });

  it('[X4] who goes on sending rubbish is closed', async () => {
    for (let n = 0; n < 10; n++) anna.send(Uint8Array.of(1, 3, 9, 9, 9));
    expect(await anna.ended()).toBe(4400);
  });

  it('a reader is seen too', async () => {
    const rita = await chapter.synced('rita', 'read');
    rita.awareness(5, 1, { cursor });
    await ben.until(() => shown(ben, 5) !== undefined);
    expect(shown(ben, 5)?.user).toMatchObject({ id: 'rita' });
  });
});

import { createInTurn } from '@accord/server/in-turn';
import { describe, expect, it } from 'vitest';

/** A work that ends when it is told to. */
function held() {
  let resolve!: (result: string) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<string>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  let begun = false;
  const work = () => {
    begun = true;
    return promise;
  };
  return { work, end: resolve, fail: reject, begun: () => begun };
}
const later = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('works in turn', () => {
  it('of one chapter wait for each other, of two they do not', async () => {
    const inTurn = createInTurn();
    const [first, second, other] = [held(), held(), held()];
    const results = [inTurn('one', first.work), inTurn('one', second.work), inTurn('two', other.work)];
    await later();
    expect([first.begun(), second.begun(), other.begun()]).toEqual([true, false, true]);
    first.end('first');
    second.end('second');
    other.end('other');
    expect(await Promise.all(results)).toEqual(['first', 'second', 'other']);
  });

  it('go on after one that failed, of which only its caller hears', async () => {
    const inTurn = createInTurn();
    const [first, second] = [held(), held()];
    const failed = inTurn('one', first.work);
    const next = inTurn('one', second.work);
    first.fail(new Error('no'));
    second.end('second');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('second');
  });

  it('are idle when the last has ended, also one that came meanwhile', async () => {
    const inTurn = createInTurn();
    const [first, second] = [held(), held()];
    let idle = false;
    void inTurn('one', first.work);
    const ended = inTurn.idle().then(() => {
      idle = true;
    });
    void inTurn('two', second.work);
    first.end('first');
    await later();
    expect(idle).toBe(false);
    second.end('second');
    await ended;
  });
});

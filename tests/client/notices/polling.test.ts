// @vitest-environment jsdom
import { tellNews } from '@accord/client/notices/news';
import { EVERY, LONGEST, startPolling } from '@accord/client/notices/polling';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let visibility: DocumentVisibilityState = 'visible';
let stop: () => void = () => undefined;

function becomes(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('[N6] asking again and again', () => {
  it('at once, then every 15 seconds after the answer', async () => {
    const ask = vi.fn(async () => undefined);
    stop = startPolling(ask);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(EVERY - 1);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('not while the page is hidden; at once when it is seen again', async () => {
    const ask = vi.fn(async () => undefined);
    stop = startPolling(ask);
    await vi.advanceTimersByTimeAsync(0);
    becomes('hidden');
    await vi.advanceTimersByTimeAsync(10 * EVERY);
    expect(ask).toHaveBeenCalledTimes(1);
    becomes('visible');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('not at all in a page opened in the background, until it is seen', async () => {
    visibility = 'hidden';
    const ask = vi.fn(async () => undefined);
    stop = startPolling(ask);
    await vi.advanceTimersByTimeAsync(10 * EVERY);
    expect(ask).not.toHaveBeenCalled();
    becomes('visible');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('at once when something happened, and once more when an answer was under way then', async () => {
    let answer: () => void = () => undefined;
    const ask = vi.fn(() => new Promise<void>((done) => (answer = done)));
    stop = startPolling(ask);
    tellNews();
    tellNews();
    expect(ask).toHaveBeenCalledTimes(1);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(2);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(2);
    tellNews();
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('ever less often while nothing answers, as usual again once something does', async () => {
    let works = false;
    const times: number[] = [];
    stop = startPolling(async () => {
      times.push(Date.now());
      if (!works) throw new Error('away');
    });
    await vi.advanceTimersByTimeAsync(20 * LONGEST);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses.slice(0, 5)).toEqual([2, 4, 8, 16, 20].map((factor) => factor * EVERY));
    expect(new Set(pauses.slice(5))).toEqual(new Set([LONGEST]));
    works = true;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(EVERY);
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(EVERY);
  });

  it('never again once stopped', async () => {
    const ask = vi.fn(async () => undefined);
    startPolling(ask)();
    await vi.advanceTimersByTimeAsync(10 * EVERY);
    becomes('visible');
    tellNews();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

import { type ComponentType, lazy } from 'react';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/**
 * A part of a screen that is fetched when it is first shown, and asked for again until it comes: a server that is away
 * for a moment must not take down the text somebody is writing beside it. For whole screens use `lazy`: nothing is lost
 * there, and the page says what is wrong.
 */
export function lazyPart<Props>(fetchPart: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(() => persistently(fetchPart));
}

/** Calls `work` until it succeeds. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch {
      // The file did not come; nothing else fails here. The part stays away meanwhile, the rest of the page works.
      await new Promise((next) => setTimeout(next, pause));
    }
  }
}

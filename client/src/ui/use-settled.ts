import { useEffect, useState } from 'react';

/** At the latest after this many milliseconds. */
const LATEST = 600;

/**
 * True once `ready` has been true and the browser has had time to draw it and to take input: the moment to fetch what
 * is wanted next but nobody waits for.
 */
export function useSettled(ready: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!ready || settled) return undefined;
    // Safari has no idle callback yet.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(() => setSettled(true), LATEST / 2);
      return () => clearTimeout(timer);
    }
    let idle = 0;
    // After the next frame: an idle moment before it would delay what the person waits for.
    const frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(() => setSettled(true), { timeout: LATEST });
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, [ready, settled]);
  return settled;
}

import { useEffect, useState } from 'react';

/** How long the person has the processor for themselves before anything more is fetched, in milliseconds. */
const PAUSE = 250;
/** Then, at the latest after this many more. */
const LATEST = 600;

/**
 * True once `ready` has been true for a moment and the browser is idle: when to fetch what is wanted next but nobody
 * waits for.
 */
export function useSettled(ready: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!ready || settled) return undefined;
    let idle = 0;
    const timer = setTimeout(() => {
      // Safari has no idle callback yet.
      if (typeof requestIdleCallback === 'undefined') setSettled(true);
      else idle = requestIdleCallback(() => setSettled(true), { timeout: LATEST });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      if (idle) cancelIdleCallback(idle);
    };
  }, [ready, settled]);
  return settled;
}

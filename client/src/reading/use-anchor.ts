import { useEffect } from 'react';

/** Goes to the place named in the address once the text is there: the browser looked for it before it was. */
export function useAnchorOnArrival(ready: boolean): void {
  useEffect(() => {
    if (!ready || window.location.hash.length < 2) return;
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView();
  }, [ready]);
}

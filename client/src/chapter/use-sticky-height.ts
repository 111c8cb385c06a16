import { type RefCallback, useCallback, useState } from 'react';

/** How much of the window an element that sticks to its top covers, in pixels: 0 while it scrolls with the page. */
export function useStickyHeight(): [RefCallback<HTMLElement>, number] {
  const [height, setHeight] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const watch = new ResizeObserver(() =>
      setHeight(getComputedStyle(element).position === 'sticky' ? element.offsetHeight : 0),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, height];
}

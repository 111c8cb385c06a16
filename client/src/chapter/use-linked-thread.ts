import { useEffect, useState } from 'react';
import type { ThreadItems } from '../comments/use-thread-items';
import { useSearchParam } from '../navigation/use-navigation';

/** Goes to the thread that the address names, `?thread=<id>`, once it has come; each time the address names another. */
export function useLinkedThread(threads: ThreadItems, goTo: (id: string) => void): void {
  const linked = useSearchParam('thread');
  const [goneTo, setGoneTo] = useState<string | null>(null);
  const view = threads.views.find(({ thread }) => thread.id === linked);
  // A resolved thread is not looked for in the text before it is the active one.
  const isReady = view !== undefined && (view.place.kind !== 'unknown' || view.thread.resolved !== null);
  useEffect(() => {
    if (linked === null) setGoneTo(null);
    else if (isReady && goneTo !== linked) {
      setGoneTo(linked);
      goTo(linked);
    }
  }, [linked, isReady, goneTo]);
}

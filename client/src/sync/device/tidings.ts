/** What the tabs of one person tell each other about the device's store. */
export interface Tidings {
  /** Some tab has emptied the store: nothing is written any more. */
  readonly wiped: boolean;
  wipe(): void;
  keptChanged(): void;
  onWiped(listener: () => void): () => void;
  onKept(listener: () => void): () => void;
  close(): void;
}

/** @param name of the channel; null where no other tab sees the store */
export function createTidings(name: string | null): Tidings {
  const channel = name === null ? null : new BroadcastChannel(name);
  const wipedListeners = new Set<() => void>();
  const keptListeners = new Set<() => void>();
  let wiped = false;
  const hear = (what: unknown) => {
    if (what === 'wiped') wiped = true;
    const listeners = what === 'wiped' ? wipedListeners : what === 'kept' ? keptListeners : [];
    for (const listener of [...listeners]) listener();
  };
  const tell = (what: 'wiped' | 'kept') => {
    channel?.postMessage(what);
    hear(what);
  };
  if (channel) channel.onmessage = (event: MessageEvent) => hear(event.data);
  const listening = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get wiped() {
      return wiped;
    },
    wipe: () => tell('wiped'),
    keptChanged: () => tell('kept'),
    onWiped: listening(wipedListeners),
    onKept: listening(keptListeners),
    close: () => channel?.close(),
  };
}

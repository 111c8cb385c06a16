/**
 * Which tabs are at work on suggestions at this moment: each holds a lock of its own as long as it lives, however it ends. A
 * browser without locks counts them all as gone; then a suggestion may be sent twice, which is harmless.
 */
const PREFIX = 'accord-suggesting-';

/** Makes this tab known until the page goes. @returns how to stop */
export function beLive(tab: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let end: () => void = () => undefined;
  const whileOpen = new Promise<void>((resolve) => {
    end = resolve;
  });
  void navigator.locks.request(PREFIX + tab, () => whileOpen);
  return () => end();
}

/** The other tabs that are known now. */
export async function liveTabs(me: string): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const tabs = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  return new Set(tabs.filter((tab) => tab !== me));
}

import { onNews } from './news';

/** How often the server is asked while the page is seen, in milliseconds. */
export const EVERY = 15_000;
/** The longest pause while it does not answer. */
export const LONGEST = 300_000;

/**
 * Asks again and again while the page is seen: at once, then `EVERY` after each answer; at once when the page is seen
 * again, is online again, or something is known to have happened. When asking fails the pauses double, up to `LONGEST`,
 * until an answer comes. @returns how to stop
 */
export function startPolling(ask: () => Promise<unknown>): () => void {
  let pause = EVERY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again = false;
  let ended = false;

  const seen = () => document.visibilityState === 'visible';

  async function run(): Promise<void> {
    clearTimeout(timer);
    if (ended || !seen()) return;
    if (asking) {
      // The answer under way may be older than what happened now.
      again = true;
      return;
    }
    asking = true;
    again = false;
    try {
      await ask();
      pause = EVERY;
    } catch {
      // Whoever shows the answer shows its fault too; here it only means to be patient.
      pause = Math.min(pause * 2, LONGEST);
    }
    asking = false;
    if (again) await run();
    else if (!ended && seen()) timer = setTimeout(run, pause);
  }
  const atOnce = () => void run();

  document.addEventListener('visibilitychange', atOnce);
  window.addEventListener('online', atOnce);
  const endNews = onNews(atOnce);
  atOnce();
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', atOnce);
    window.removeEventListener('online', atOnce);
    endNews();
  };
}

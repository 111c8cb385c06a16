/** How long to wait for a screen to grow tall enough, in frames: about two seconds. */
const PATIENCE = 120;

/**
 * Scrolls to `top`, or without one to the element that `hash` names, or else to the top. Screens fetch what they show:
 * it is tried again with each frame until the screen is tall enough, or the person scrolls.
 */
export function scrollTo(top: number | null, hash: string): void {
  let tries = 0;
  let ended = false;
  const end = () => {
    ended = true;
    for (const sign of SIGNS) window.removeEventListener(sign, end);
  };
  for (const sign of SIGNS) window.addEventListener(sign, end, { passive: true });
  const attempt = () => {
    if (ended) return;
    tries += 1;
    if (arrived(top, hash) || tries > PATIENCE) end();
    else requestAnimationFrame(attempt);
  };
  attempt();
}

/** The person takes over. */
const SIGNS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

function arrived(top: number | null, hash: string): boolean {
  if (top === null && hash.length > 1) {
    const element = document.getElementById(hash.slice(1));
    element?.scrollIntoView();
    return element !== null;
  }
  const wanted = top ?? 0;
  window.scrollTo(0, wanted);
  return wanted === 0 || document.documentElement.scrollHeight - window.innerHeight >= wanted;
}

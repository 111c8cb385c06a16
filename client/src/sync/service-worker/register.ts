/**
 * Lets the page come up without the server from now on (U4). Waits until the page has settled: what is kept for later
 * must not hold up what is needed now. Call once, in the built product only.
 */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {
      // Refused in private windows and by some policies; writing offline then lasts as long as the tab.
    });
  };
  if (document.readyState === 'complete') setTimeout(register, SETTLE);
  else window.addEventListener('load', () => setTimeout(register, SETTLE), { once: true });
}

const SETTLE = 1_500;

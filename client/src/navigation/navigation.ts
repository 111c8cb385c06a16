import type { Place } from './place';

/** The address of the page, and going elsewhere without loading the page anew. */
export interface Navigation {
  /** The same object until the place changes. */
  get(): Place;
  /** @returns how to stop */
  subscribe(listener: () => void): () => void;
  /** @param href a path of our own; `replace` leaves no step back to where we are. */
  go(href: string, options?: { readonly replace?: boolean }): void;
  /** How far the person had scrolled when they left this place; null when they have not been here. */
  rememberedScroll(): number | null;
  /** Stops listening to the browser. */
  end(): void;
}

/** Navigation over the browser's history. */
export function browserNavigation(): Navigation {
  const listeners = new Set<() => void>();
  let place = placeOf(location);
  const moved = () => {
    const next = placeOf(location);
    if (next.href === place.href) return;
    place = next;
    for (const listener of [...listeners]) listener();
  };
  const rememberScroll = () => history.replaceState({ scroll: window.scrollY }, '');
  // The screens come a moment after the address: the browser alone would scroll too early.
  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', moved);
  window.addEventListener('pagehide', rememberScroll);
  return {
    get: () => place,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(href, { replace = false } = {}) {
      if (replace) history.replaceState(null, '', href);
      else {
        rememberScroll();
        history.pushState(null, '', href);
      }
      moved();
    },
    rememberedScroll() {
      const state = history.state as { scroll?: unknown } | null;
      return typeof state?.scroll === 'number' ? state.scroll : null;
    },
    end() {
      window.removeEventListener('popstate', moved);
      window.removeEventListener('pagehide', rememberScroll);
    },
  };
}

function placeOf({ pathname, search, hash }: Location): Place {
  return { pathname, search, hash, href: pathname + search + hash };
}

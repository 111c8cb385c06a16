import { createContext, use, useSyncExternalStore } from 'react';
import type { Navigation } from './navigation';
import { hrefOf, type Place, type Target } from './place';

export interface NavigationAccess {
  readonly navigation: Navigation;
  /** Fetches what the screen at `href` needs, ahead of going there. */
  readonly prepare: (href: string) => void;
}

export const NavigationContext = createContext<NavigationAccess | null>(null);

/** What the screen that is shown was found under; the address may be ahead of it for a moment. */
export const ShownContext = createContext<{ place: Place; params: Readonly<Record<string, string>> } | null>(
  null,
);

export function useNavigationAccess(): NavigationAccess {
  const access = use(NavigationContext);
  if (!access) throw new Error('there is no navigation around this component');
  return access;
}

/** Goes to another place: `navigate({ to: '/outputs/$outputId', params: { outputId } })` or `navigate({ href })`. */
export function useNavigate(): (
  target: (Target | { readonly href: string }) & { readonly replace?: boolean },
) => void {
  const { navigation } = useNavigationAccess();
  return (target) => {
    const { replace = false } = target;
    navigation.go('href' in target ? target.href : hrefOf(target), { replace });
  };
}

/** Where the page is. */
export function useLocation(): Place {
  const { navigation } = useNavigationAccess();
  return useSyncExternalStore(navigation.subscribe, navigation.get);
}

/** A parameter of the screen's address, e.g. `outputId` under `/outputs/$outputId`. */
export function useParam(name: string): string {
  const value = use(ShownContext)?.params[name];
  if (value === undefined) throw new Error(`the address of this screen has no ${name}`);
  return value;
}

/** A value from the query of the screen's address, or null. */
export function useSearchParam(name: string): string | null {
  const shown = use(ShownContext);
  return new URLSearchParams(shown?.place.search).get(name);
}

import {
  type ComponentType,
  lazy,
  Suspense,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { FaultBoundary } from './fault-boundary';
import type { Navigation } from './navigation';
import { type Place, paramsIn } from './place';
import { scrollTo } from './scroll';
import { NavigationContext, ShownContext } from './use-navigation';

/** One kind of address and what is shown there. */
export interface Screen {
  /** E.g. `/outputs/$outputId`. */
  readonly path: string;
  /** What stands around it; kept when the next screen has the same one. */
  readonly Frame: ComponentType<{ children: React.ReactNode }>;
  /** Fetches the screen; called when somebody comes near a link to it, or goes there. */
  readonly fetch: () => Promise<ComponentType>;
}

export interface ScreensProps {
  readonly navigation: Navigation;
  /** Keep the same array. */
  readonly screens: readonly Screen[];
  readonly NotFound: ComponentType;
  /** Shown instead of a screen that failed; `retry` shows the screen again. */
  readonly Broken: ComponentType<{ error: unknown; retry: () => void }>;
  /** Around everything that may link and navigate, also outside of the screens. */
  readonly Around: ComponentType<{ children: React.ReactNode }>;
  /** Another screen is shown than the one before: the moment to move the focus. */
  readonly onMoved?: () => void;
}

/** Shows the screen of the present address. While the next one is fetched, the last one stays. */
export function Screens({ navigation, screens, NotFound, Broken, Around, onMoved }: ScreensProps) {
  const [shown, setShown] = useState(navigation.get);
  const prepared = useMemo(
    () =>
      screens.map((screen) => ({
        ...screen,
        Content: lazy(async () => ({ default: await screen.fetch() })),
      })),
    [screens],
  );
  const access = useMemo(
    () => ({
      navigation,
      prepare: (href: string) => {
        const pathname = href.split(/[?#]/)[0] ?? '';
        const screen = screens.find(({ path }) => paramsIn(path, pathname) !== null);
        // A fetch that fails here fails again, and is shown, when somebody goes there.
        screen?.fetch().catch(() => undefined);
      },
    }),
    [navigation, screens],
  );
  useLayoutEffect(
    () => navigation.subscribe(() => startTransition(() => setShown(navigation.get()))),
    [navigation],
  );
  useMoves(shown, navigation, onMoved);

  const found = useMemo(() => {
    for (const screen of prepared) {
      const params = paramsIn(screen.path, shown.pathname);
      if (params) return { ...screen, params };
    }
    return null;
  }, [prepared, shown]);
  const context = useMemo(() => ({ place: shown, params: found?.params ?? {} }), [shown, found]);

  return (
    <NavigationContext value={access}>
      <ShownContext value={context}>
        <Around>
          <FaultBoundary key={found ? 'found' : shown.pathname} Broken={Broken} place={shown.pathname}>
            {found ? (
              <Suspense>
                <found.Frame>
                  <FaultBoundary Broken={Broken} place={shown.pathname}>
                    <Suspense>
                      <found.Content />
                    </Suspense>
                  </FaultBoundary>
                </found.Frame>
              </Suspense>
            ) : (
              <NotFound />
            )}
          </FaultBoundary>
        </Around>
      </ShownContext>
    </NavigationContext>
  );
}

/** After another screen is shown: scrolls to where it is to be seen from, and tells. */
function useMoves(shown: Place, navigation: Navigation, onMoved: (() => void) | undefined): void {
  const before = useRef<Place | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = shown;
    if (last?.href === shown.href) return;
    const movedWithin = last !== null && last.pathname === shown.pathname;
    const remembered = navigation.rememberedScroll();
    // A jump within the screen is the browser's own affair.
    if (!movedWithin || remembered !== null) scrollTo(remembered, shown.hash);
    if (last && !movedWithin) onMoved?.();
  }, [shown, navigation, onMoved]);
}

import { Failure } from '@accord/shared/kernel/failure';
import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  type AnyRouter,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../services/session';
import { BareFrame } from './bare-frame';
import { LaterFrame } from './later-frame';
import { BrokenPage, NotFoundPage } from './lost-pages';

export type AppRouter = AnyRouter;

export const SIGN_IN = '/sign-in';

/**
 * All addresses of the page. Each screen is a file of its own, fetched when it is first shown; everything under
 * `signed-in` first asks who is there and leads to sign-in, and back, when nobody is.
 */
export function createAppRouter(queries: QueryClient): AppRouter {
  const root = createRootRoute({ errorComponent: BrokenPage, notFoundComponent: NotFoundPage });

  const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: BareFrame });
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    component: lazyRouteComponent(() => import('./frame'), 'Frame'),
    beforeLoad: async ({ location }) => {
      try {
        await queries.ensureQueryData(sessionQuery);
      } catch (error) {
        if (error instanceof Failure && error.code === 'not-signed-in') {
          throw redirect({ to: SIGN_IN, search: { back: location.href } });
        }
        throw error;
      }
    },
  });
  // The words of these come when one of them is shown.
  const before = createRoute({ getParentRoute: () => bare, id: 'before', component: LaterFrame });
  const around = createRoute({ getParentRoute: () => signedIn, id: 'around', component: LaterFrame });

  const screen = (parent: AnyRoute, path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => parent, path, component });
  return createRouter({
    routeTree: root.addChildren([
      bare.addChildren([
        before.addChildren([
          screen(
            before,
            SIGN_IN,
            lazyRouteComponent(() => import('./sign-in-route'), 'SignInRoute'),
          ),
          screen(
            before,
            '/welcome',
            lazyRouteComponent(() => import('./welcome-route'), 'WelcomeRoute'),
          ),
        ]),
      ]),
      signedIn.addChildren([
        screen(
          signedIn,
          '/',
          lazyRouteComponent(() => import('../dashboard/desk'), 'Desk'),
        ),
        screen(
          signedIn,
          '/chapters/$chapterId',
          lazyRouteComponent(() => import('../chapter/chapter-page'), 'ChapterPage'),
        ),
        around.addChildren([
          screen(
            around,
            '/outputs',
            lazyRouteComponent(() => import('../outputs/outputs-page'), 'OutputsPage'),
          ),
          screen(
            around,
            '/outputs/$outputId',
            lazyRouteComponent(() => import('../outputs/output-page'), 'OutputPage'),
          ),
          screen(
            around,
            '/outputs/$outputId/read',
            lazyRouteComponent(() => import('../reading/reading-page'), 'ReadingPage'),
          ),
          screen(
            around,
            '/outputs/$outputId/people',
            lazyRouteComponent(() => import('../people/output-people-page'), 'OutputPeoplePage'),
          ),
          screen(
            around,
            '/people',
            lazyRouteComponent(() => import('../people/people-page'), 'PeoplePage'),
          ),
          screen(
            around,
            '/settings',
            lazyRouteComponent(() => import('../people/account-page'), 'AccountPage'),
          ),
        ]),
      ]),
    ]),
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

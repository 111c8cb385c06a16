import { Failure } from '@accord/shared/kernel/failure';
import type { QueryClient } from '@tanstack/react-query';
import {
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
  const signIn = createRoute({
    getParentRoute: () => bare,
    path: SIGN_IN,
    component: lazyRouteComponent(() => import('./sign-in-route'), 'SignInRoute'),
  });
  const welcome = createRoute({
    getParentRoute: () => bare,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./welcome-route'), 'WelcomeRoute'),
  });

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
  const screen = (path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => signedIn, path, component });

  return createRouter({
    routeTree: root.addChildren([
      bare.addChildren([signIn, welcome]),
      signedIn.addChildren([
        screen(
          '/',
          lazyRouteComponent(() => import('../dashboard/desk'), 'Desk'),
        ),
        screen(
          '/chapters/$chapterId',
          lazyRouteComponent(() => import('../chapter/chapter-page'), 'ChapterPage'),
        ),
        screen(
          '/outputs',
          lazyRouteComponent(() => import('../outputs/outputs-page'), 'OutputsPage'),
        ),
        screen(
          '/outputs/$outputId',
          lazyRouteComponent(() => import('../outputs/output-page'), 'OutputPage'),
        ),
        screen(
          '/outputs/$outputId/read',
          lazyRouteComponent(() => import('../reading/reading-page'), 'ReadingPage'),
        ),
        screen(
          '/people',
          lazyRouteComponent(() => import('../people/people-page'), 'PeoplePage'),
        ),
        screen(
          '/outputs/$outputId/people',
          lazyRouteComponent(() => import('../people/output-people-page'), 'OutputPeoplePage'),
        ),
        screen(
          '/settings',
          lazyRouteComponent(() => import('../people/account-page'), 'AccountPage'),
        ),
      ]),
    ]),
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

import type { ComponentType } from 'react';
import { WithLaterWords } from '../i18n/with-later-words';
import type { Screen } from '../navigation/screens';
import { BareFrame } from './bare-frame';
import { SignedIn } from './signed-in';

/**
 * All addresses of the page. Each screen is a file of its own, fetched when it is first shown. Everything within
 * `SignedIn` first asks who is there and leads to sign-in, and back, when nobody is.
 */
export const SCREENS: readonly Screen[] = [
  {
    path: '/sign-in',
    Frame: BareFrame,
    fetch: later(async () => (await import('./sign-in-route')).SignInRoute),
  },
  {
    path: '/welcome',
    Frame: BareFrame,
    fetch: later(async () => (await import('./welcome-route')).WelcomeRoute),
  },
  { path: '/', Frame: SignedIn, fetch: async () => (await import('../dashboard/desk')).Desk },
  {
    path: '/chapters/$chapterId',
    Frame: SignedIn,
    fetch: async () => (await import('../chapter/chapter-page')).ChapterPage,
  },
  {
    path: '/chapters/$chapterId/compare',
    Frame: SignedIn,
    fetch: later(async () => (await import('../comparison/comparison-page')).ComparisonPage),
  },
  {
    path: '/outputs',
    Frame: SignedIn,
    fetch: later(async () => (await import('../outputs/outputs-page')).OutputsPage),
  },
  {
    path: '/outputs/$outputId',
    Frame: SignedIn,
    fetch: later(async () => (await import('../outputs/output-page')).OutputPage),
  },
  {
    path: '/outputs/$outputId/read',
    Frame: SignedIn,
    fetch: later(async () => (await import('../reading/reading-page')).ReadingPage),
  },
  {
    path: '/outputs/$outputId/people',
    Frame: SignedIn,
    fetch: later(async () => (await import('../people/output-people-page')).OutputPeoplePage),
  },
  {
    path: '/people',
    Frame: SignedIn,
    fetch: later(async () => (await import('../people/people-page')).PeoplePage),
  },
  {
    path: '/settings',
    Frame: SignedIn,
    fetch: later(async () => (await import('../people/account-page')).AccountPage),
  },
];

/** A screen whose words are not among the first: they come when it is shown. */
function later(fetch: () => Promise<ComponentType>): () => Promise<ComponentType> {
  return async () => {
    const Content = await fetch();
    return () => (
      <WithLaterWords>
        <Content />
      </WithLaterWords>
    );
  };
}

import { Failure } from '@accord/shared/kernel/failure';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** Refusals that asking again will not change. */
function worthRetrying(error: Error): boolean {
  return error instanceof Failure && (error.code === 'unavailable' || error.code === 'internal');
}

/**
 * The page's memory of what the server said.
 *
 * @param onSignedOut called when any answer says that nobody is signed in (any more).
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof Failure && error.code === 'not-signed-in') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (times, error) => times < 2 && worthRetrying(error),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

import { Failure } from '@accord/shared/kernel/failure';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useLocation, useNavigate } from '../navigation/use-navigation';
import { sessionQuery } from '../services/session';
import { SIGN_IN } from './way-back';

const Frame = lazy(async () => ({ default: (await import('./frame')).Frame }));

/** Shows what is inside to somebody who is signed in; leads anybody else to sign-in, and back afterwards. */
export function SignedIn({ children }: { children: React.ReactNode }) {
  const session = useQuery(sessionQuery);
  const navigate = useNavigate();
  const { href, pathname } = useLocation();
  const nobody = session.error instanceof Failure && session.error.code === 'not-signed-in';
  useEffect(() => {
    if (nobody && pathname !== SIGN_IN) navigate({ to: SIGN_IN, search: { back: href }, replace: true });
  }, [nobody]);
  if (nobody) return null;
  if (!session.data) {
    if (session.error) throw session.error;
    return null;
  }
  return (
    <Suspense>
      <Frame>{children}</Frame>
    </Suspense>
  );
}

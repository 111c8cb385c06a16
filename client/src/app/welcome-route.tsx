import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useNavigate } from '../navigation/use-navigation';
import { tokenIn } from '../people/one-time-link';
import { WelcomePage } from '../people/welcome-page';

/** Where one-time links lead; then the desk. */
export function WelcomeRoute() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [token] = useState(() => tokenIn(location.hash));
  const onSignedIn = useCallback(() => {
    // What another person saw on this page before is none of this one's business.
    queries.clear();
    // The used link does not stay in the history.
    navigate({ href: '/', replace: true });
  }, [navigate, queries]);
  return <WelcomePage key={token} token={token} onSignedIn={onSignedIn} />;
}

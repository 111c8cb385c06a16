import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SignInPage } from '../people/sign-in-page';
import { wayBack } from './way-back';

/** Sign-in, then back to where the person wanted to go. */
export function SignInRoute() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const back = wayBack(useSearch({ strict: false }));
  return (
    <SignInPage
      onSignedIn={() => {
        // What another person saw on this page before is none of this one's business.
        queries.clear();
        void navigate({ href: back });
      }}
    />
  );
}

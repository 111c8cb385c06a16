import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParam } from '../navigation/use-navigation';
import { SignInPage } from '../people/sign-in-page';
import { wayBack } from './way-back';

/** Sign-in, then back to where the person wanted to go. */
export function SignInRoute() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const back = wayBack(useSearchParam('back'));
  return (
    <SignInPage
      onSignedIn={() => {
        // What another person saw on this page before is none of this one's business.
        queries.clear();
        navigate({ href: back, replace: true });
      }}
    />
  );
}

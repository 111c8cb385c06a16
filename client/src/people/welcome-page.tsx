import type { Me } from '@accord/shared/people/people';
import { readToken, redeemToken } from '@accord/shared/people/signing-in';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-endpoint';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { InvitationForm } from './invitation-form';
import { ResetForm } from './reset-form';
import { UnusableLink } from './unusable-link';

/**
 * Where one-time links lead. Says what the link is for without using it up; a sign-in link is used at once.
 * @param onSignedIn called when the server has set the session cookie
 */
export function WelcomePage({ token, onSignedIn }: { token: string; onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation();
  const greeting = useCall(readToken);
  const redeem = useCall(redeemToken);
  const { mutate: greet } = greeting;
  const { mutate: use, isIdle } = redeem;
  const kind = greeting.data?.kind;

  useEffect(() => greet({ body: { token } }), [greet, token]);
  useEffect(() => {
    if (kind === 'sign-in' && isIdle) use({ body: { token } }, { onSuccess: onSignedIn });
  }, [kind, isIdle, use, token, onSignedIn]);

  const failure = greeting.error ?? (kind === 'sign-in' ? redeem.error : null);
  if (failure) return <UnusableLink error={failure} onRetry={() => greet({ body: { token } })} />;
  if (!greeting.data || kind === 'sign-in') {
    return (
      <Page title={kind ? t(($) => $.welcome.signingIn) : t(($) => $.welcome.opening)} narrow>
        <Skeleton lines={3} />
      </Page>
    );
  }
  const Form = kind === 'reset' ? ResetForm : InvitationForm;
  return (
    <Form
      greeting={greeting.data}
      error={redeem.error}
      isBusy={redeem.isPending}
      onSubmit={(body) => use({ body: { token, ...body } }, { onSuccess: onSignedIn })}
    />
  );
}

import { signIn } from '@accord/shared/people/signing-in';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { TextField } from '../ui/text-field';
import css from './form.module.css';
import { PasswordField } from './password-field';

/** E-mail and password. @param onSignedIn called when the server has set the session cookie. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const call = useCall(signIn);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Page title={t(($) => $.signIn.title)} lead={t(($) => $.signIn.lead)} narrow>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          call.mutate({ body: { email, password } }, { onSuccess: onSignedIn });
        }}
      >
        {call.error && <FailureBanner error={call.error} />}
        <TextField
          label={t(($) => $.signIn.email)}
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <PasswordField label={t(($) => $.signIn.password)} value={password} onChange={setPassword} />
        <Button type="submit" kind="primary" isDisabled={call.isPending}>
          {t(($) => $.signIn.submit)}
        </Button>
        <p className={css.hint}>{t(($) => $.signIn.forgotten)}</p>
      </Form>
    </Page>
  );
}

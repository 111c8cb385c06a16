import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { fieldOf } from './failures-of-fields';
import css from './form.module.css';
import type { LinkFormProps } from './one-time-link';
import { PasswordField } from './password-field';

/** A new password for somebody who has an account. */
export function ResetForm({ greeting, error, isBusy, onSubmit }: LinkFormProps) {
  const { t } = useTranslation();
  const sentence = useFailureSentence();
  const [password, setPassword] = useState('');
  const field = fieldOf(error);
  return (
    <Page
      title={t(($) => $.welcome.reset.title, { name: greeting.name ?? '' })}
      lead={t(($) => $.welcome.reset.explain)}
      narrow
    >
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit({ password });
        }}
      >
        {error && !field && <FailureBanner error={error} />}
        {/* So that password managers know whose password this is. */}
        <input type="email" autoComplete="username" value={greeting.email ?? ''} readOnly hidden />
        <PasswordField
          label={t(($) => $.welcome.reset.password)}
          isNew
          hinted
          error={field === 'password' ? sentence(error) : undefined}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" kind="primary" isDisabled={isBusy}>
          {t(($) => $.welcome.reset.submit)}
        </Button>
      </Form>
    </Page>
  );
}

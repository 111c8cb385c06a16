import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { TextField } from '../ui/text-field';
import { fieldOf } from './failures-of-fields';
import css from './form.module.css';
import { asLanguage, type LinkFormProps } from './one-time-link';
import { PasswordField } from './password-field';

/** Name, mail (where the invitation leaves it open) and a first password. */
export function InvitationForm({ greeting, error, isBusy, onSubmit }: LinkFormProps) {
  const { t, i18n } = useTranslation();
  const sentence = useFailureSentence();
  const [name, setName] = useState(greeting.name ?? '');
  const [email, setEmail] = useState(greeting.email ?? '');
  const [password, setPassword] = useState('');
  const field = fieldOf(error);
  const partner = greeting.partner?.name ?? '';
  const lead = greeting.invitedBy
    ? t(($) => $.welcome.invitation.invitedBy, { inviter: greeting.invitedBy, partner })
    : t(($) => $.welcome.invitation.invited, { partner });
  return (
    <Page title={t(($) => $.welcome.invitation.title)} lead={lead} narrow>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          const language = asLanguage(i18n.language);
          onSubmit({
            password,
            name,
            ...(greeting.email ? {} : { email }),
            ...(language ? { language } : {}),
          });
        }}
      >
        {error && !field && <FailureBanner error={error} />}
        <TextField
          label={t(($) => $.welcome.invitation.name)}
          hint={t(($) => $.welcome.invitation.nameHint)}
          name="name"
          autoComplete="name"
          isRequired
          value={name}
          onChange={setName}
        />
        <TextField
          label={t(($) => $.welcome.invitation.email)}
          hint={t(($) => $.welcome.invitation.emailHint)}
          error={field === 'email' ? sentence(error) : undefined}
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          isReadOnly={greeting.email !== null}
          value={email}
          onChange={setEmail}
        />
        <PasswordField
          label={t(($) => $.welcome.invitation.password)}
          isNew
          hinted
          error={field === 'password' ? sentence(error) : undefined}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" kind="primary" isDisabled={isBusy}>
          {t(($) => $.welcome.invitation.submit)}
        </Button>
      </Form>
    </Page>
  );
}

import { LANGUAGES, type Language } from '@accord/shared/access/role';
import { editPerson, listAccounts } from '@accord/shared/people/administration';
import { editMe, listPeople, type Me, readSession } from '@accord/shared/people/people';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { changeLanguage } from '../i18n/i18n';
import { rememberLanguage } from '../i18n/language';
import { Button } from '../ui/button';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { fieldOf } from './failures-of-fields';
import css from './form.module.css';

/** Name and language, which everybody changes, and the mail address, which administrators do. */
export function ProfileForm({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const changed = [readSession, listPeople, listAccounts];
  const saveOwn = useCall(editMe, changed);
  const saveAccount = useCall(editPerson, changed);
  const [name, setName] = useState(me.name);
  const [email, setEmail] = useState(me.email);
  const error = saveOwn.error ?? saveAccount.error;
  const field = fieldOf(error);

  const onSuccess = () => notify(t(($) => $.settings.profile.saved));
  const save = () => {
    if (!me.administrator) saveOwn.mutate({ body: { name } }, { onSuccess });
    else saveAccount.mutate({ params: { personId: me.id }, body: { name, email } }, { onSuccess });
  };
  const speak = (language: Language) => {
    rememberLanguage(language, localStorage);
    void changeLanguage(i18n, language);
    saveOwn.mutate({ body: { language } });
  };
  return (
    <Form
      className={css.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {error && !field && <FailureBanner error={error} />}
      <TextField
        label={t(($) => $.settings.profile.name)}
        hint={t(($) => $.settings.profile.nameHint)}
        autoComplete="name"
        isRequired
        value={name}
        onChange={setName}
      />
      <TextField
        label={t(($) => $.settings.profile.email)}
        hint={
          me.administrator
            ? t(($) => $.settings.profile.emailOwnHint)
            : t(($) => $.settings.profile.emailHint)
        }
        error={field === 'email' ? sentence(error) : undefined}
        type="email"
        autoComplete="email"
        isRequired
        isReadOnly={!me.administrator}
        value={email}
        onChange={setEmail}
      />
      <p>
        {t(($) => $.settings.profile.partner)}: {me.partner.name}, {formats.countryName(me.country)}
      </p>
      <div className={css.start}>
        <Button type="submit" kind="primary" isDisabled={saveOwn.isPending || saveAccount.isPending}>
          {t(($) => $.settings.profile.save)}
        </Button>
      </div>
      <Select
        label={t(($) => $.settings.profile.language)}
        value={me.language}
        choices={LANGUAGES.map((value) => ({ value, label: formats.languageName(value) }))}
        onChange={speak}
      />
    </Form>
  );
}

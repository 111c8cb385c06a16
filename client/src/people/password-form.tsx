import { Failure } from '@accord/shared/kernel/failure';
import { readSession } from '@accord/shared/people/people';
import { changePassword, listSessions } from '@accord/shared/people/signing-in';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Button } from '../ui/button';
import { useVoice } from '../ui/notices';
import { fieldOf } from './failures-of-fields';
import css from './form.module.css';
import { PasswordField } from './password-field';

/** Changes the own password, or sets the first one. */
export function PasswordForm({ isFirst, email }: { isFirst: boolean; email: string }) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const change = useCall(changePassword, [readSession, listSessions]);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [differ, setDiffer] = useState(false);
  const field = fieldOf(change.error);
  const wrong = change.error instanceof Failure && change.error.code === 'wrong-credentials';

  const save = () => {
    setDiffer(next !== repeated);
    if (next !== repeated) return;
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          setRepeated('');
          notify(t(($) => $.settings.password.changed));
        },
      },
    );
  };
  return (
    <Form
      className={css.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {!isFirst && <p className={css.hint}>{t(($) => $.settings.password.explain)}</p>}
      {change.error && !field && !wrong && <FailureBanner error={change.error} />}
      {/* So that password managers know whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {!isFirst && (
        <PasswordField
          label={t(($) => $.settings.password.current)}
          error={wrong ? t(($) => $.settings.password.wrong) : undefined}
          value={current}
          onChange={setCurrent}
        />
      )}
      <PasswordField
        label={t(($) => $.settings.password.next)}
        isNew
        hinted
        error={field === 'password' ? sentence(change.error) : undefined}
        value={next}
        onChange={setNext}
      />
      <PasswordField
        label={t(($) => $.settings.password.repeat)}
        isNew
        error={differ ? t(($) => $.settings.password.differ) : undefined}
        value={repeated}
        onChange={setRepeated}
      />
      <div className={css.start}>
        <Button type="submit" kind={isFirst ? 'primary' : 'plain'} isDisabled={change.isPending}>
          {isFirst ? t(($) => $.settings.password.first) : t(($) => $.settings.password.submit)}
        </Button>
      </div>
    </Form>
  );
}

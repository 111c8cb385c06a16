import type { Output } from '@accord/shared/outputs/outputs';
import { editPerson, listAccounts } from '@accord/shared/people/administration';
import { listPeople, type Partner, type Person, readSession } from '@accord/shared/people/people';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { fieldOf } from './failures-of-fields';
import css from './form.module.css';
import { GrantsField } from './grants-field';

/** Everything an administrator can change of a person, saved at once. */
export function PersonDialog({
  person,
  partners,
  outputs,
  onClose,
}: {
  person: Person;
  partners: readonly Partner[];
  outputs: readonly Output[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const edit = useCall(editPerson, [listAccounts, listPeople, readSession]);
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email);
  const [partnerId, setPartner] = useState(person.partnerId);
  const [administrator, setAdministrator] = useState(person.administrator);
  const [grants, setGrants] = useState(person.grants);
  const field = fieldOf(edit.error);

  const save = () => {
    const changed = {
      ...(name !== person.name && { name }),
      ...(email !== person.email && { email }),
      ...(partnerId !== person.partnerId && { partnerId }),
      ...(administrator !== person.administrator && { administrator }),
      ...(grants !== person.grants && { grants }),
    };
    edit.mutate(
      { params: { personId: person.id }, body: changed },
      {
        onSuccess: () => {
          notify(t(($) => $.people.edit.saved, { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t(($) => $.people.edit.title, { name: person.name })} isOpen onClose={onClose} wide>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {edit.error && !field && <FailureBanner error={edit.error} />}
        <div className={css.row}>
          <TextField label={t(($) => $.people.edit.name)} isRequired value={name} onChange={setName} />
          <TextField
            label={t(($) => $.people.edit.email)}
            type="email"
            isRequired
            error={field === 'email' ? sentence(edit.error) : undefined}
            value={email}
            onChange={setEmail}
          />
        </div>
        <Select
          label={t(($) => $.people.edit.partner)}
          value={partnerId}
          choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          onChange={setPartner}
        />
        <div>
          <Checkbox isSelected={administrator} onChange={setAdministrator}>
            {t(($) => $.people.edit.administrator)}
          </Checkbox>
          <p className={css.hint}>{t(($) => $.people.edit.administratorHint)}</p>
        </div>
        <GrantsField grants={grants} onChange={setGrants} outputs={outputs} />
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={edit.isPending}>
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

import { COUNTRIES, type Country } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import { createPartner, editPartner, listPartners } from '@accord/shared/people/administration';
import type { Partner } from '@accord/shared/people/people';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import css from './form.module.css';

/** Adds a partner institution (`partner` null) or changes one. */
export function PartnerDialog({ partner, onClose }: { partner: Partner | null; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const create = useCall(createPartner, [listPartners]);
  const change = useCall(editPartner, [listPartners]);
  const [name, setName] = useState(partner?.name ?? '');
  const [shortName, setShortName] = useState(partner?.shortName ?? '');
  const [country, setCountry] = useState<Country>(partner?.country ?? 'FR');
  const error = create.error ?? change.error;
  const taken = error instanceof Failure && error.code === 'conflict';

  const save = () => {
    const body = { name, shortName, country };
    const onSuccess = () => {
      notify(t(($) => $.people.partners.saved, { name }));
      onClose();
    };
    if (partner) change.mutate({ params: { partnerId: partner.id }, body }, { onSuccess });
    else create.mutate({ body }, { onSuccess });
  };
  return (
    <Dialog
      title={
        partner
          ? t(($) => $.people.partners.editTitle, { name: partner.name })
          : t(($) => $.people.partners.addTitle)
      }
      isOpen
      onClose={onClose}
    >
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {error && !taken && <FailureBanner error={error} />}
        <TextField label={t(($) => $.people.partners.name)} isRequired value={name} onChange={setName} />
        <TextField
          label={t(($) => $.people.partners.shortName)}
          hint={t(($) => $.people.partners.shortNameHint)}
          error={taken ? t(($) => $.people.partners.shortNameTaken) : undefined}
          isRequired
          maxLength={40}
          value={shortName}
          onChange={setShortName}
        />
        <Select
          label={t(($) => $.people.partners.country)}
          value={country}
          choices={COUNTRIES.map((value) => ({ value, label: formats.countryName(value) }))}
          onChange={setCountry}
        />
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={create.isPending || change.isPending}>
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

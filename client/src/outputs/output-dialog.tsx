import { COUNTRIES } from '@accord/shared/access/role';
import { editOutput, listOutputs, type Output, readOutput } from '@accord/shared/outputs/outputs';
import { listPartners } from '@accord/shared/people/administration';
import { useState } from 'react';
import { CheckboxGroup, Form, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import css from './outputs.module.css';
import { PersonSelect } from './person-select';

/** Changes an output's title, coordination and contributing partners. */
export function OutputDialog({ output, onClose }: { output: Output; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const partners = useEndpoint(listPartners);
  const change = useCall(editOutput, [listOutputs, readOutput]);
  const [title, setTitle] = useState(output.title);
  const [coordinatorCountry, setCountry] = useState(output.coordinatorCountry);
  const [coordinatorId, setCoordinator] = useState(output.coordinatorId);
  const [partnerIds, setPartners] = useState(output.partnerIds);

  const save = () =>
    change.mutate(
      { params: { outputId: output.id }, body: { title, coordinatorCountry, coordinatorId, partnerIds } },
      {
        onSuccess: () => {
          notify(t(($) => $.outputs.edit.saved));
          onClose();
        },
      },
    );
  return (
    <Dialog title={t(($) => $.outputs.edit.title)} isOpen onClose={onClose}>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {change.error && <FailureBanner error={change.error} />}
        <TextField
          label={t(($) => $.outputs.edit.name)}
          isRequired
          maxLength={200}
          value={title}
          onChange={setTitle}
        />
        <Select
          label={t(($) => $.outputs.edit.country)}
          value={coordinatorCountry}
          choices={COUNTRIES.map((value) => ({ value, label: formats.countryName(value) }))}
          onChange={setCountry}
        />
        <PersonSelect
          label={t(($) => $.outputs.edit.coordinator)}
          hint={t(($) => $.outputs.edit.coordinatorHint)}
          value={coordinatorId}
          onChange={setCoordinator}
        />
        <CheckboxGroup className={css.choices ?? ''} value={partnerIds} onChange={setPartners}>
          <Label className={css.legend ?? ''}>{t(($) => $.outputs.edit.partners)}</Label>
          {(partners.data ?? []).map((partner) => (
            <Checkbox key={partner.id} value={partner.id}>
              <span translate="no">
                {partner.name} ({partner.country})
              </span>
            </Checkbox>
          ))}
        </CheckboxGroup>
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={change.isPending || !partners.data}>
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

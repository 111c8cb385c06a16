import { COUNTRIES } from '@accord/shared/access/role';
import type { Output } from '@accord/shared/outputs/outputs';
import { listPartners } from '@accord/shared/people/administration';
import {
  readOutputReview,
  readReview,
  type SignOffPolicy,
  setSignOffPolicy,
} from '@accord/shared/review/review';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { PersonSelect } from '../outputs/person-select';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import css from './review.module.css';

/** Who signs an output and its chapters: countries or institutions, a person for each and who stands in for them. */
export function PolicyDialog(props: { output: Output; policy: SignOffPolicy; onClose: () => void }) {
  const { output, policy, onClose } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const partners = useEndpoint(listPartners);
  const save = useCall(setSignOffPolicy, [readReview, readOutputReview]);
  const [by, setBy] = useState(policy.by);
  const [days, setDays] = useState(String(policy.days));
  const [named, setNamed] = useState(
    () =>
      new Map(policy.signatories.map(({ key, signatoryId, deputyId }) => [key, { signatoryId, deputyId }])),
  );
  const places =
    by === 'countries'
      ? COUNTRIES.map((country) => ({ key: country as string, name: formats.countryName(country) }))
      : (partners.data ?? [])
          .filter(({ id }) => output.partnerIds.includes(id))
          .map(({ id, name, country }) => ({ key: id, name: `${name} (${country})` }));
  const at = (key: string) => named.get(key) ?? { signatoryId: null, deputyId: null };
  const set = (key: string, who: Partial<{ signatoryId: string | null; deputyId: string | null }>) =>
    setNamed((before) => new Map(before).set(key, { ...at(key), ...who }));
  const number = Number.parseInt(days, 10);
  const isDays = number >= 1 && number <= 365;
  return (
    <Dialog title={t(($) => $.review.policy.title)} isOpen onClose={onClose} wide>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDays) return;
          const signatories = places.map(({ key }) => ({ key, ...at(key) }));
          save.mutate(
            { params: { outputId: output.id }, body: { by, days: number, signatories } },
            {
              onSuccess: () => {
                notify(t(($) => $.review.policy.saved));
                onClose();
              },
            },
          );
        }}
      >
        {save.error && <FailureBanner error={save.error} />}
        <p>{t(($) => $.review.policy.explain)}</p>
        <Select
          label={t(($) => $.review.policy.by)}
          value={by}
          choices={[
            { value: 'countries', label: t(($) => $.review.policy.countries) },
            { value: 'institutions', label: t(($) => $.review.policy.institutions) },
          ]}
          onChange={setBy}
        />
        <TextField
          label={t(($) => $.review.policy.days)}
          value={days}
          onChange={setDays}
          inputMode="numeric"
          error={isDays ? undefined : t(($) => $.review.policy.daysWrong)}
        />
        {places.map(({ key, name }) => (
          <fieldset key={key} className={css.place}>
            <legend>{name}</legend>
            <PersonSelect
              label={t(($) => $.review.policy.signatory)}
              value={at(key).signatoryId}
              onChange={(signatoryId) => set(key, { signatoryId })}
            />
            <PersonSelect
              label={t(($) => $.review.policy.deputy)}
              value={at(key).deputyId}
              onChange={(deputyId) => set(key, { deputyId })}
            />
          </fieldset>
        ))}
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={save.isPending}>
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

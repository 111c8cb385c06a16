import type { Grant } from '@accord/shared/access/role';
import type { Output } from '@accord/shared/outputs/outputs';
import { listOutputRoles, type OutputRoles, setOutputRoles } from '@accord/shared/people/administration';
import type { PersonCard } from '@accord/shared/people/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import css from './form.module.css';
import { GrantsField } from './grants-field';

/** Sets the roles of a person on an output and its chapters; `held` null: of somebody yet to choose. */
export function OutputRolesDialog({
  output,
  people,
  held,
  all,
  onClose,
}: {
  output: Output;
  people: readonly PersonCard[];
  held: OutputRoles | null;
  /** The roles of everybody here: whoever is chosen keeps theirs until changed. */
  all: readonly OutputRoles[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const save = useCall(setOutputRoles, [listOutputRoles]);
  const [personId, setPerson] = useState(held?.personId ?? null);
  const [grants, setGrants] = useState<Grant[]>(() => onOutput(held, output));
  const name = people.find(({ id }) => id === personId)?.name ?? '';
  const choices = people
    .filter(({ active }) => active)
    .toSorted((a, b) => formats.compare(a.name, b.name))
    .map((person) => ({ value: person.id, label: person.name, detail: formats.countryName(person.country) }));
  const choose = (id: string) => {
    setPerson(id);
    const theirs = onOutput(all.find((roles) => roles.personId === id) ?? null, output);
    const first: Grant = { role: 'author', outputId: output.id, chapterId: null, language: null };
    setGrants(theirs.length > 0 ? theirs : [first]);
  };
  return (
    <Dialog
      title={held ? t(($) => $.people.onOutput.editTitle, { name }) : t(($) => $.people.onOutput.add)}
      isOpen
      onClose={onClose}
      wide
    >
      <div className={css.form}>
        {save.error && <FailureBanner error={save.error} />}
        {!held && (
          <Select
            label={t(($) => $.people.onOutput.person)}
            value={personId}
            choices={choices}
            onChange={choose}
          />
        )}
        {personId && <GrantsField grants={grants} onChange={setGrants} outputs={[output]} only={output} />}
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button
            kind="primary"
            isDisabled={personId === null || save.isPending}
            onPress={() =>
              personId &&
              save.mutate(
                {
                  params: { outputId: output.id, personId },
                  body: {
                    grants: grants.map(({ role, chapterId, language }) => ({ role, chapterId, language })),
                  },
                },
                {
                  onSuccess: () => {
                    notify(t(($) => $.people.onOutput.saved, { name }));
                    onClose();
                  },
                },
              )
            }
          >
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

const onOutput = (roles: OutputRoles | null, output: Output): Grant[] =>
  (roles?.grants ?? []).map((grant) => ({ ...grant, outputId: output.id }));

import { listPeople } from '@accord/shared/people/people';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Select } from '../ui/select';

const NOBODY = 'nobody';

/** Chooses one of the people who can sign in, or nobody. Somebody chosen earlier stays in the list. */
export function PersonSelect(props: {
  label: string;
  hint?: string;
  value: string | null;
  onChange: (personId: string | null) => void;
}) {
  const { label, hint, value, onChange } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const people = useEndpoint(listPeople);
  const choices = (people.data ?? [])
    .filter((person) => person.active || person.id === value)
    .sort((one, other) => formats.compare(one.name, other.name))
    .map((person) => ({ value: person.id, label: `${person.name} (${person.country})` }));
  return (
    <Select
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={value ?? NOBODY}
      choices={[{ value: NOBODY, label: t(($) => $.outputs.edit.nobody) }, ...choices]}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
      isDisabled={!people.data}
    />
  );
}

import type { Partner, PersonCard } from '@accord/shared/people/people';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Table } from '../ui/table';
import { FindPeople } from './find-people';
import { PersonCell } from './person-cell';

/** Who works here, as everybody may see it. */
export function DirectoryPanel({
  people,
  partners,
}: {
  people: readonly PersonCard[];
  partners: readonly Partner[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]));
  return (
    <FindPeople people={people.filter(({ active }) => active)} partners={partners}>
      {(found) => (
        <Table
          caption={t(($) => $.people.list.caption)}
          captionHidden
          rows={found}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'name',
              title: t(($) => $.people.list.name),
              cell: ({ id, name }) => <PersonCell id={id} name={name} />,
            },
            {
              id: 'partner',
              title: t(($) => $.people.list.partner),
              cell: ({ partnerId }) => nameOf.get(partnerId),
            },
            {
              id: 'country',
              title: t(($) => $.people.partners.country),
              cell: ({ country }) => formats.countryName(country),
            },
          ]}
        />
      )}
    </FindPeople>
  );
}

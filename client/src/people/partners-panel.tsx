import type { Partner, PersonCard } from '@accord/shared/people/people';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Button, IconButton } from '../ui/button';
import { Table, type TableColumn } from '../ui/table';
import css from './panel.module.css';
import { PartnerDialog } from './partner-dialog';

/** The institutions of the partnership. */
export function PartnersPanel({
  people,
  partners,
  mayEdit,
}: {
  people: readonly PersonCard[];
  partners: readonly Partner[];
  mayEdit: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [edited, edit] = useState<Partner | 'new' | null>(null);
  const staff = (partnerId: string) =>
    people.filter((person) => person.partnerId === partnerId && person.active).length;
  const columns: TableColumn<Partner>[] = [
    { id: 'name', title: t(($) => $.people.partners.name), cell: ({ name }) => name },
    { id: 'short', title: t(($) => $.people.partners.shortName), cell: ({ shortName }) => shortName },
    {
      id: 'country',
      title: t(($) => $.people.partners.country),
      cell: ({ country }) => formats.countryName(country),
    },
    {
      id: 'people',
      title: t(($) => $.people.partners.people),
      numeric: true,
      cell: ({ id }) => formats.number(staff(id)),
    },
  ];
  if (mayEdit) {
    columns.push({
      id: 'actions',
      title: t(($) => $.people.list.actions),
      titleHidden: true,
      cell: (partner) => (
        <IconButton
          small
          icon={Pencil}
          label={t(($) => $.people.partners.editFor, { name: partner.name })}
          onPress={() => edit(partner)}
        />
      ),
    });
  }
  return (
    <div className={css.panel}>
      {mayEdit && (
        <div className={css.tools}>
          <Button icon={Plus} onPress={() => edit('new')}>
            {t(($) => $.people.partners.add)}
          </Button>
        </div>
      )}
      <Table
        caption={t(($) => $.people.partners.caption)}
        captionHidden
        rows={partners}
        rowKey={({ id }) => id}
        columns={columns}
      />
      {edited && <PartnerDialog partner={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </div>
  );
}

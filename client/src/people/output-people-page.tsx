import { readOutput } from '@accord/shared/outputs/outputs';
import { listOutputRoles, listPartners, type OutputRoles } from '@accord/shared/people/administration';
import { listPeople } from '@accord/shared/people/people';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { Link } from '../navigation/link';
import { useParam } from '../navigation/use-navigation';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { Table } from '../ui/table';
import { useGrantInWords } from './grants';
import { OutputRolesDialog } from './output-roles-dialog';
import css from './panel.module.css';
import { PersonCell } from './person-cell';

/** Who works on an output, and in which role; for its coordinator. */
export function OutputPeoplePage() {
  const { t } = useTranslation();
  const outputId = useParam('outputId');
  const output = useEndpoint(readOutput, { params: { outputId } });
  const roles = useEndpoint(listOutputRoles, { params: { outputId } });
  const people = useEndpoint(listPeople);
  const partners = useEndpoint(listPartners);
  const grantInWords = useGrantInWords(output.data ? [output.data] : []);
  const [edited, edit] = useState<OutputRoles | 'new' | null>(null);

  const failed = [output, roles, people, partners].find(({ isError }) => isError);
  if (failed) return <FailureBanner error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!output.data || !roles.data || !people.data || !partners.data) return <Skeleton lines={8} />;

  const cards = new Map(people.data.map((person) => [person.id, person]));
  const shortNames = new Map(partners.data.map(({ id, shortName }) => [id, shortName]));
  const nameOf = (personId: string) => cards.get(personId)?.name ?? personId;
  const inWords = ({ grants, everywhere }: OutputRoles) => [
    ...(everywhere
      ? [t(($) => $.people.onOutput.everywhereToo, { role: t(($) => $.words.roles[everywhere]) })]
      : []),
    ...grants.map((grant) => grantInWords({ ...grant, outputId })),
  ];
  return (
    <Page
      title={t(($) => $.people.onOutput.title, { title: output.data.title })}
      lead={t(($) => $.people.onOutput.lead)}
      actions={
        <>
          <Link to="/outputs/$outputId" params={{ outputId }} className={buttonClass()}>
            {t(($) => $.people.onOutput.back)}
          </Link>
          <Button kind="primary" icon={UserPlus} onPress={() => edit('new')}>
            {t(($) => $.people.onOutput.add)}
          </Button>
        </>
      }
    >
      {roles.data.length === 0 ? (
        <EmptyState title={t(($) => $.people.onOutput.none)} />
      ) : (
        <Table
          caption={t(($) => $.people.onOutput.here)}
          captionHidden
          rows={roles.data}
          rowKey={({ personId }) => personId}
          columns={[
            {
              id: 'person',
              title: t(($) => $.people.onOutput.person),
              cell: ({ personId }) => {
                const partner = shortNames.get(cards.get(personId)?.partnerId ?? '');
                return (
                  <PersonCell
                    id={personId}
                    name={nameOf(personId)}
                    {...(partner ? { detail: partner } : {})}
                  />
                );
              },
            },
            {
              id: 'roles',
              title: t(($) => $.people.onOutput.here),
              cell: (held) => (
                <ul className={css.list}>
                  {inWords(held).map((role) => (
                    <li key={role}>{role}</li>
                  ))}
                </ul>
              ),
            },
            {
              id: 'change',
              title: t(($) => $.people.list.actions),
              titleHidden: true,
              cell: (held) => (
                <Button
                  small
                  aria-label={t(($) => $.people.onOutput.changeFor, { name: nameOf(held.personId) })}
                  onPress={() => edit(held)}
                >
                  {t(($) => $.people.onOutput.change)}
                </Button>
              ),
            },
          ]}
        />
      )}
      {edited && (
        <OutputRolesDialog
          output={output.data}
          people={people.data}
          held={edited === 'new' ? null : edited}
          all={roles.data}
          onClose={() => edit(null)}
        />
      )}
    </Page>
  );
}

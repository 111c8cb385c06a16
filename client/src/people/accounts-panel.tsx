import { listOutputs } from '@accord/shared/outputs/outputs';
import { listAccounts } from '@accord/shared/people/administration';
import type { Partner, Person } from '@accord/shared/people/people';
import { CircleCheck, CircleDashed, CircleOff, Upload, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { Table } from '../ui/table';
import { AccountMenu } from './account-menu';
import { FindPeople } from './find-people';
import { useGrantInWords } from './grants';
import { ImportDialog } from './import-dialog';
import { InviteDialog } from './invite-dialog';
import css from './panel.module.css';
import { PersonCell } from './person-cell';

const STATUS = {
  active: { icon: CircleCheck, tone: 'good' },
  invited: { icon: CircleDashed, tone: 'warn' },
  disabled: { icon: CircleOff, tone: 'bad' },
} as const;

/** Everybody's account, for administrators: find, invite, import, change. */
export function AccountsPanel({ partners }: { partners: readonly Partner[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const accounts = useEndpoint(listAccounts);
  const outputs = useEndpoint(listOutputs, { query: { archived: 'true' } });
  const [open, setOpen] = useState<'invite' | 'import' | null>(null);
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]));
  const grantInWords = useGrantInWords(outputs.data ?? []);
  if (accounts.isError)
    return <FailureBanner error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Skeleton lines={8} />;

  const rolesOf = (person: Person) => [
    ...(person.administrator ? [t(($) => $.words.administrator)] : []),
    ...person.grants.map(grantInWords),
  ];
  return (
    <>
      <FindPeople
        people={accounts.data}
        partners={partners}
        actions={
          <>
            <Button icon={Upload} onPress={() => setOpen('import')}>
              {t(($) => $.people.import.action)}
            </Button>
            <Button kind="primary" icon={UserPlus} onPress={() => setOpen('invite')}>
              {t(($) => $.people.invite.action)}
            </Button>
          </>
        }
      >
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
                cell: ({ id, name, email }) => <PersonCell id={id} name={name} detail={email} />,
              },
              {
                id: 'partner',
                title: t(($) => $.people.list.partner),
                cell: ({ partnerId }) => nameOf.get(partnerId),
              },
              {
                id: 'roles',
                title: t(($) => $.people.list.roles),
                cell: (person) => <RoleList roles={rolesOf(person)} />,
              },
              {
                id: 'status',
                title: t(($) => $.people.list.status),
                cell: ({ status }) => (
                  <Badge icon={STATUS[status].icon} tone={STATUS[status].tone}>
                    {t(($) => $.people.status[status])}
                  </Badge>
                ),
              },
              {
                id: 'seen',
                title: t(($) => $.people.list.lastSeen),
                cell: ({ lastSeenAt }) =>
                  lastSeenAt ? formats.ago(lastSeenAt) : t(($) => $.people.list.never),
              },
              {
                id: 'actions',
                title: t(($) => $.people.list.actions),
                titleHidden: true,
                cell: (person) => (
                  <AccountMenu person={person} partners={partners} outputs={outputs.data ?? []} />
                ),
              },
            ]}
          />
        )}
      </FindPeople>
      {open === 'invite' && (
        <InviteDialog partners={partners} outputs={outputs.data ?? []} onClose={() => setOpen(null)} />
      )}
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
    </>
  );
}

function RoleList({ roles }: { roles: readonly string[] }) {
  const { t } = useTranslation();
  if (roles.length === 0) return <span className={css.soft}>{t(($) => $.people.grants.none)}</span>;
  return (
    <ul className={css.list}>
      {roles.map((role) => (
        <li key={role}>{role}</li>
      ))}
    </ul>
  );
}

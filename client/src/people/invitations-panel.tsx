import { listOutputs } from '@accord/shared/outputs/outputs';
import { listInvitations, revokeInvitation } from '@accord/shared/people/administration';
import type { Partner, PersonCard } from '@accord/shared/people/people';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { useVoice } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';
import { Table } from '../ui/table';
import { useGrantInWords } from './grants';
import css from './panel.module.css';

/** Invitations not used yet; each can be taken back. */
export function InvitationsPanel({
  people,
  partners,
}: {
  people: readonly PersonCard[];
  partners: readonly Partner[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const invitations = useEndpoint(listInvitations);
  const outputs = useEndpoint(listOutputs, { query: { archived: 'true' } });
  const grantInWords = useGrantInWords(outputs.data ?? []);
  const revoke = useCall(revokeInvitation, [listInvitations]);
  const nameOf = new Map([...people, ...partners].map(({ id, name }) => [id, name]));
  if (invitations.isError) {
    return <FailureBanner error={invitations.error} onRetry={() => void invitations.refetch()} />;
  }
  if (!invitations.data) return <Skeleton lines={4} />;
  if (invitations.data.length === 0) {
    return (
      <div className={css.panel}>
        <EmptyState title={t(($) => $.people.invitations.none)}>
          {t(($) => $.people.invitations.noneExplain)}
        </EmptyState>
      </div>
    );
  }
  const takeBack = (invitationId: string) =>
    revoke.mutate(
      { params: { invitationId } },
      {
        onSuccess: () => notify(t(($) => $.people.invitations.revoked)),
        onError: (error) => notify(sentence(error), 'bad'),
      },
    );
  const nameFor = (invitation: { name: string | null; email: string | null }) =>
    invitation.name ?? invitation.email ?? t(($) => $.people.invitations.anybody);
  return (
    <div className={css.panel}>
      <Table
        caption={t(($) => $.people.invitations.caption)}
        rows={invitations.data}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'for',
            title: t(($) => $.people.invitations.for),
            cell: (invitation) => (
              <span className={css.names}>
                <strong>{nameFor(invitation)}</strong>
                {invitation.name && invitation.email && <span className={css.soft}>{invitation.email}</span>}
              </span>
            ),
          },
          {
            id: 'partner',
            title: t(($) => $.people.list.partner),
            cell: ({ partnerId }) => nameOf.get(partnerId),
          },
          {
            id: 'roles',
            title: t(($) => $.people.list.roles),
            cell: ({ administrator, grants }) =>
              formats.list([
                ...(administrator ? [t(($) => $.words.administrator)] : []),
                ...grants.map(grantInWords),
              ]),
          },
          {
            id: 'by',
            title: t(($) => $.people.invitations.by),
            cell: ({ invitedBy }) => nameOf.get(invitedBy),
          },
          {
            id: 'until',
            title: t(($) => $.people.invitations.until),
            cell: ({ expiresAt }) => formats.moment(expiresAt),
          },
          {
            id: 'actions',
            title: t(($) => $.people.list.actions),
            titleHidden: true,
            cell: (invitation) => (
              <Button
                small
                isDisabled={revoke.isPending}
                aria-label={t(($) => $.people.invitations.revokeFor, { name: nameFor(invitation) })}
                onPress={() => takeBack(invitation.id)}
              >
                {t(($) => $.people.invitations.revoke)}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

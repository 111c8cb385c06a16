import { listPartners } from '@accord/shared/people/administration';
import { listPeople } from '@accord/shared/people/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { useMayInWorkspace } from '../services/session';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { AccountsPanel } from './accounts-panel';
import { AuditPanel } from './audit-panel';
import { DirectoryPanel } from './directory-panel';
import { InvitationsPanel } from './invitations-panel';
import { PartnersPanel } from './partners-panel';

/** Who works here. Everybody sees people and partners; administrators manage them. */
export function PeoplePage() {
  const { t } = useTranslation();
  const mayAdminister = useMayInWorkspace('workspace.administer');
  const partners = useEndpoint(listPartners);
  const people = useEndpoint(listPeople);
  const [tab, select] = useState('people');
  const failed = [partners, people].find(({ isError }) => isError);
  return (
    <Page title={t(($) => $.people.title)} lead={t(($) => $.people.lead)}>
      {failed && <FailureBanner error={failed.error} onRetry={() => void failed.refetch()} />}
      {(partners.isPending || people.isPending) && <Skeleton lines={8} />}
      {partners.data && people.data && (
        <Tabs
          label={t(($) => $.people.tabs.label)}
          selected={tab}
          onSelect={select}
          tabs={[
            {
              id: 'people',
              title: t(($) => $.people.tabs.people),
              content: mayAdminister ? (
                <AccountsPanel partners={partners.data} />
              ) : (
                <DirectoryPanel people={people.data} partners={partners.data} />
              ),
            },
            ...(mayAdminister
              ? [
                  {
                    id: 'invitations',
                    title: t(($) => $.people.tabs.invitations),
                    content: <InvitationsPanel people={people.data} partners={partners.data} />,
                  },
                ]
              : []),
            {
              id: 'partners',
              title: t(($) => $.people.tabs.partners),
              content: (
                <PartnersPanel people={people.data} partners={partners.data} mayEdit={mayAdminister} />
              ),
            },
            ...(mayAdminister
              ? [
                  {
                    id: 'audit',
                    title: t(($) => $.people.tabs.audit),
                    content: <AuditPanel people={people.data} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Page>
  );
}

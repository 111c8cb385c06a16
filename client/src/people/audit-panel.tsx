import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import { listOutputs } from '@accord/shared/outputs/outputs';
import { type AuditEntry, exportAudit, readAudit } from '@accord/shared/people/administration';
import type { PersonCard } from '@accord/shared/people/people';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import type { Catalogue } from '../i18n/catalogue';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { Table } from '../ui/table';
import { useDetailsInWords } from './audit-details';
import css from './panel.module.css';

const PAGE = 50;

type Event = keyof Catalogue['people']['audit']['events'];

/** The audit log, newest first, page by page. */
export function AuditPanel({ people }: { people: readonly PersonCard[] }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const outputs = useEndpoint(listOutputs, { query: { archived: 'true' } });
  const log = useInfiniteQuery({
    queryKey: [readAudit.path, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        readAudit,
        { query: { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) } },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page: AuditEntry[]) => (page.length < PAGE ? null : (page.at(-1)?.seq ?? null)),
  });
  const titles = (outputs.data ?? []).flatMap((output) => [output, ...output.chapters]);
  const nameOf = new Map<string, string>([
    ...people.map(({ id, name }) => [id, name] as const),
    ...titles.map(({ id, title }) => [id, title] as const),
    [WORKSPACE_ID, t(($) => $.people.audit.workspace)],
  ]);
  // A newer server may write of things this page has no words for yet.
  const inWords = (what: string) =>
    i18n.exists(`people.audit.events.${what}`) ? t(($) => $.people.audit.events[what as Event]) : what;
  const detailsInWords = useDetailsInWords(outputs.data ?? []);
  const entries = log.data?.pages.flat() ?? [];

  return (
    <div className={css.panel}>
      <p className={css.soft}>{t(($) => $.people.audit.explain)}</p>
      <div className={css.tools}>
        <a className={buttonClass()} href={exportAudit.path} download>
          <Download size={16} aria-hidden />
          {t(($) => $.people.audit.export)}
        </a>
      </div>
      {log.isError && <FailureBanner error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <Skeleton lines={8} />}
      {log.data && entries.length === 0 && <EmptyState title={t(($) => $.people.audit.none)} />}
      {entries.length > 0 && (
        <Table
          caption={t(($) => $.people.audit.caption)}
          rows={entries}
          rowKey={({ seq }) => String(seq)}
          columns={[
            { id: 'when', title: t(($) => $.people.audit.when), cell: ({ at }) => formats.moment(at) },
            {
              id: 'who',
              title: t(($) => $.people.audit.who),
              cell: ({ personId }) =>
                personId === null ? t(($) => $.people.audit.nobody) : (nameOf.get(personId) ?? personId),
            },
            { id: 'what', title: t(($) => $.people.audit.what), cell: ({ what }) => inWords(what) },
            {
              id: 'about',
              title: t(($) => $.people.audit.about),
              cell: ({ subject, detail }) => (
                <span className={css.names}>
                  {subject && <span>{nameOf.get(subject)}</span>}
                  <span className={css.soft}>{detailsInWords(detail).join(' · ')}</span>
                </span>
              ),
            },
          ]}
        />
      )}
      {log.hasNextPage && (
        <div>
          <Button isDisabled={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
            {t(($) => $.people.audit.more)}
          </Button>
        </div>
      )}
    </div>
  );
}

import { endSession, listSessions } from '@accord/shared/people/signing-in';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { useVoice } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';
import { Table } from '../ui/table';
import { deviceIn } from './device-name';

/** Where I am signed in; any but this browser can be signed out from here. */
export function SessionsTable() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const sessions = useEndpoint(listSessions);
  const end = useCall(endSession, [listSessions]);
  if (sessions.isError)
    return <FailureBanner error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Skeleton lines={3} />;
  const nameOf = (userAgent: string) => {
    const device = deviceIn(userAgent);
    return device ? t(($) => $.settings.sessions.on, device) : t(($) => $.settings.sessions.unknown);
  };
  return (
    <Table
      caption={t(($) => $.settings.sessions.caption)}
      captionHidden
      rows={sessions.data}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'device',
          title: t(($) => $.settings.sessions.device),
          cell: ({ device }) => nameOf(device),
        },
        {
          id: 'since',
          title: t(($) => $.settings.sessions.since),
          cell: ({ createdAt }) => formats.moment(createdAt),
        },
        {
          id: 'seen',
          title: t(($) => $.settings.sessions.lastSeen),
          cell: ({ lastSeenAt }) => formats.ago(lastSeenAt),
        },
        {
          id: 'end',
          title: t(($) => $.settings.sessions.end),
          titleHidden: true,
          cell: ({ id, device, current }) =>
            current ? (
              <Badge tone="good">{t(($) => $.settings.sessions.current)}</Badge>
            ) : (
              <Button
                small
                isDisabled={end.isPending}
                aria-label={t(($) => $.settings.sessions.endFor, { device: nameOf(device) })}
                onPress={() =>
                  end.mutate(
                    { params: { sessionId: id } },
                    {
                      onSuccess: () => notify(t(($) => $.settings.sessions.ended)),
                      onError: (error) => notify(sentence(error), 'bad'),
                    },
                  )
                }
              >
                {t(($) => $.settings.sessions.end)}
              </Button>
            ),
        },
      ]}
    />
  );
}

import { countNotices, listNotices, readNotices, type ShownNotice } from '@accord/shared/notices/notices';
import {
  type QueryClient,
  type UseMutationResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { type CallOutput, call } from '../api/call';
import { endpointQuery } from '../api/use-endpoint';
import { tellNews } from './news';
import { startPolling } from './polling';

type Count = CallOutput<typeof countNotices>;

const COUNT = {
  ...endpointQuery(countNotices),
  // The polling below has its own way of waiting and of trying again.
  retry: false,
  refetchOnWindowFocus: false,
} as const;
const LIST = endpointQuery(listNotices);

/** How many notices are unread, kept up to date; undefined before the first answer. Asked for in one place, the bell. */
export function useUnread(): Count | undefined {
  const client = useQueryClient();
  useEffect(
    () =>
      startPolling(async () => {
        const before = client.getQueryData(COUNT.queryKey);
        const now = await client.fetchQuery({ ...COUNT, staleTime: 0 });
        if (before && !same(before, now)) await client.invalidateQueries({ queryKey: LIST.queryKey });
      }),
    [client],
  );
  return useQuery({ ...COUNT, enabled: false }).data;
}

const same = (one: Count, other: Count) => one.unread === other.unread && one.newestId === other.newestId;

/** Marks notices as read, all without ids; shown at once, and taken back when the server could not keep it. */
export function useMarkRead(): UseMutationResult<ShownNotice[], Error, readonly string[] | undefined> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[] | undefined) =>
      call(readNotices, { body: ids ? { ids: [...ids] } : {} }),
    onMutate: (ids) => {
      const at = new Date().toISOString();
      const list = client.getQueryData(LIST.queryKey);
      if (!list) return;
      show(
        client,
        list.map((notice) =>
          notice.readAt === null && (ids?.includes(notice.id) ?? true) ? { ...notice, readAt: at } : notice,
        ),
      );
    },
    onSuccess: (list) => show(client, list),
    onError: () => {
      tellNews();
      return client.invalidateQueries({ queryKey: LIST.queryKey });
    },
  });
}

function show(client: QueryClient, list: ShownNotice[]): void {
  const unread = list.filter(({ readAt }) => readAt === null);
  client.setQueryData(LIST.queryKey, list);
  client.setQueryData(COUNT.queryKey, { unread: unread.length, newestId: unread[0]?.id ?? null });
}

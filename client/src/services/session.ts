import type { Action } from '@accord/shared/access/action';
import { decide } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import { type Me, readSession } from '@accord/shared/people/people';
import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { endpointQuery } from '../api/use-endpoint';

/** Who is signed in; every screen but the few before sign-in has asked it before it is shown. */
export const sessionQuery: UseQueryOptions<Me> & { queryKey: QueryKey } = {
  ...endpointQuery(readSession),
  staleTime: 60_000,
};

/** The person who is signed in. Only under the routes that need a session. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Failure('not-signed-in');
  return data;
}

/** May I do this in the workspace? For outputs and chapters, the server's answer comes with their `abilities`. */
export function useMayInWorkspace(action: Action): boolean {
  return mayInWorkspace(useMe(), action);
}

export function mayInWorkspace(me: Me, action: Action): boolean {
  const actor = { personId: me.id, active: me.active, administrator: me.administrator, grants: me.grants };
  return decide(actor, action, { kind: 'workspace' }).allowed;
}

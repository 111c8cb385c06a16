import {
  type QueryKey,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type AnyEndpoint,
  addressOf,
  type CallArguments,
  type CallInput,
  type CallOutput,
  call,
} from './call';

/** The cache key of a call: the endpoint's path, then the filled-in address. Invalidate by the first part. */
export function queryKeyOf<E extends AnyEndpoint>(endpoint: E, ...args: CallArguments<E>): QueryKey {
  return [endpoint.path, addressOf(endpoint, inputOf(args))];
}

/** Query options of a reading endpoint, for `useQuery`, loaders and prefetching. */
export function endpointQuery<E extends AnyEndpoint>(endpoint: E, ...args: CallArguments<E>) {
  const input = inputOf(args);
  return queryOptions<CallOutput<E>>({
    queryKey: [endpoint.path, addressOf(endpoint, input)],
    queryFn: ({ signal }) => call(endpoint, input, signal),
  });
}

/** Reads an endpoint and keeps the answer fresh: `useEndpoint(readOutput, { params: { outputId } })`. */
export function useEndpoint<E extends AnyEndpoint>(
  endpoint: E,
  ...args: CallArguments<E>
): UseQueryResult<CallOutput<E>> {
  return useQuery(endpointQuery(endpoint, ...args));
}

/**
 * A writing endpoint as a mutation: `const rename = useCall(editOutput, [listOutputs, readOutput])`, then
 * `rename.mutate({ params, body })`.
 *
 * @param changes reading endpoints whose answers this makes stale; all of their calls are asked again.
 */
export function useCall<E extends AnyEndpoint>(
  endpoint: E,
  changes: readonly AnyEndpoint[] = [],
): UseMutationResult<CallOutput<E>, Error, CallInput<E>> {
  const client = useQueryClient();
  return useMutation<CallOutput<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: () => Promise.all(changes.map(({ path }) => client.invalidateQueries({ queryKey: [path] }))),
  });
}

function inputOf<E extends AnyEndpoint>(args: CallArguments<E>): CallInput<E> {
  return (args[0] ?? {}) as CallInput<E>;
}

import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, Call, EndpointShape } from '../data/contract/endpoint';
import { type LayerName, readState } from '../data/contract/state';
import { ApiError, call, type Parts, pathOf } from './api';
import { useLanguage } from './text/i18n';

const stateEveryMs = 15_000;
const stateKey = ['state'] as const;

/** The cache of the server's answers. A refusal is final; only a network that did not answer is tried again. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ApiError && error.status === 0 && count < 2,
      },
    },
  });

/** What the page needs before it draws; asked again every 15 seconds and after every write. */
export function usePageState(): UseQueryResult<Answer<typeof readState>, ApiError> {
  const language = useLanguage();
  return useQuery({
    queryKey: [...stateKey, language],
    queryFn: ({ signal }) => call(readState, {}, signal),
    refetchInterval: stateEveryMs,
    placeholderData: keepPreviousData,
  });
}

export interface AnswerOptions {
  /** The answer is asked again when the data of one of these layers change. */
  layers?: readonly LayerName[];
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Keep showing the answer to the previous question until the new one is here. */
  keep?: boolean;
}

/** Asks an endpoint and keeps its answer by question, language and data version. */
export function useAnswer<E extends EndpointShape>(
  endpoint: E,
  args: Call<E>,
  { layers = [], enabled = true, keep = false }: AnswerOptions = {},
): UseQueryResult<Answer<E>, ApiError> {
  const language = useLanguage();
  const versions = usePageState().data?.versions;
  const parts = args as Parts;
  return useQuery({
    queryKey: [
      endpoint.method,
      pathOf(endpoint, parts),
      parts.body ?? null,
      language,
      layers.map((layer) => versions?.[layer] ?? 0),
    ],
    queryFn: ({ signal }) => call(endpoint, args, signal),
    enabled: enabled && (layers.length === 0 || versions !== undefined),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Writes through an endpoint; afterwards the data versions are asked anew, which refreshes tiles and answers. */
export function useWrite<E extends EndpointShape>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<Answer<E>, ApiError, Call<E>>({
    mutationFn: (args) => call(endpoint, args),
    onSettled: () => client.invalidateQueries({ queryKey: stateKey }),
  });
}

/** Asks the data versions anew, for writes that do not go through `useWrite` (an upload, a finished job). */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: stateKey });
}

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../api';
import { addressNow, go } from '../../../url';
import { useLookAtJobs } from '../useRunningJobs';
import { adviceOn } from './adviceOn';
import type { Gathered } from './gatherFiles';
import { packParts } from './packParts';
import { uploadFile } from './uploadFile';

/** A file on its way to the server; the cache keeps it while the reader looks at another import. */
export interface Upload {
  readonly key: string;
  readonly gathered: Gathered<File>;
  /** The only one of its batch: its import is opened as soon as the server has it. */
  readonly only: boolean;
  readonly abort: AbortController;
}

export interface UploadState {
  readonly upload: Upload;
  readonly status: 'waiting' | 'sending' | 'failed' | 'sent';
  readonly error: ApiError | null;
  /** The import that the file became. */
  readonly id: string | null;
}

const mutationKey = ['upload'] as const;
const shareKey = (key: string) => ['upload-share', key] as const;

/** Sends files one after another; one that fails does not stop the next. */
export function useUploads() {
  const client = useQueryClient();
  const look = useLookAtJobs();
  const { mutate } = useMutation<string, ApiError, Upload>({
    mutationKey,
    scope: { id: 'upload' },
    networkMode: 'always',
    gcTime: Number.POSITIVE_INFINITY,
    mutationFn: async ({ key, gathered, abort }) => {
      if (abort.signal.aborted) throw new ApiError(0, { code: 'aborted', message: '' });
      if (adviceOn(gathered.name)) throw new ApiError(0, { code: 'not-read', message: '' });
      const file = await packParts(gathered);
      return uploadFile(file, (share) => client.setQueryData(shareKey(key), share), abort.signal);
    },
    onSuccess: (id, { only }) => {
      look();
      const { selection } = addressNow();
      if (only && selection?.kind === 'import' && selection.id === 'new') go({ selection: { kind: 'import', id } });
    },
  });
  const uploads = useMutationState<UploadState>({
    filters: { mutationKey },
    select: ({ state }) => {
      const { status, isPaused, error, data, variables } = state;
      return {
        upload: variables as Upload,
        status: status === 'success' ? 'sent' : status === 'error' ? 'failed' : isPaused ? 'waiting' : 'sending',
        error: error instanceof ApiError ? error : null,
        id: typeof data === 'string' ? data : null,
      };
    },
  });
  const dismiss = (key: string) => {
    const cache = client.getMutationCache();
    for (const mutation of cache.findAll({ mutationKey }))
      if ((mutation.state.variables as Upload).key === key) cache.remove(mutation);
  };
  return {
    uploads: uploads.filter(({ upload, error }) => upload && error?.code !== 'aborted'),
    send: (gathered: readonly Gathered<File>[]) => {
      for (const one of gathered) {
        const upload = { gathered: one, only: gathered.length === 1, abort: new AbortController() };
        mutate({ ...upload, key: crypto.randomUUID() });
      }
    },
    again: (upload: Upload) => {
      dismiss(upload.key);
      mutate({ ...upload, key: crypto.randomUUID(), abort: new AbortController() });
    },
    cancel: ({ key, abort }: Upload) => {
      abort.abort();
      dismiss(key);
    },
    dismiss,
    shareKey,
  };
}

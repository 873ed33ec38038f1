import { usePageState } from '../../answers';
import { useFormat } from '../../text/format';

/** Names a dataset in the reader's language by its id; an id that nobody knows stands for itself. */
export function useSourceTitle(): (source: string) => string {
  const format = useFormat();
  const sources = usePageState().data?.sources ?? [];
  return (source) => {
    const found = sources.find((candidate) => candidate.id === source);
    return found ? format.name(found.title) : source;
  };
}

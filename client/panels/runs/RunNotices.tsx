import type { Run } from '../../../data/contract';
import { go } from '../../url';
import { RunProgress } from './RunProgress';
import { useScopeName } from './useScopeName';

/** The searches under way among the notices of the top bar: each with its progress, the way to it, and the way to stop it. */
export function RunNotices({ runs }: { runs: readonly Run[] }) {
  const nameOf = useScopeName();
  return runs.map((run) => (
    <li key={run.id}>
      <button type="button" className="link" onClick={() => go({ selection: { kind: 'run', id: run.id } })}>
        {nameOf(run.scope)}
      </button>
      <RunProgress run={run} />
    </li>
  ));
}

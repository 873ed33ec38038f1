import type { ReactNode } from 'react';
import { go } from '../../../url';

/** A parcel's number as the way to its card; plain words where there is no card. */
export function ParcelLink({ id, children }: { id: string | null; children: ReactNode }) {
  if (id === null) return <span>{children}</span>;
  return (
    <button type="button" className="link" onClick={() => go({ selection: { kind: 'parcel', id } })}>
      {children}
    </button>
  );
}

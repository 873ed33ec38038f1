import type { ImportKind } from '../../../data/contract';
import { controlLines } from './control-lines';
import { corridors } from './corridors';
import { firmYears } from './firm-years';
import { firms } from './firms';
import type { KindOfImport } from './kind';
import { parcels } from './parcels';
import { parks } from './parks';
import { quotas } from './quotas';
import { unitTargets } from './unit-targets';
import { zones } from './zones';

/** Every kind of thing that files bring in, by its id. */
export const kinds: Record<ImportKind, KindOfImport> = {
  parcels,
  parks,
  zones,
  corridors,
  'control-lines': controlLines,
  firms,
  'firm-years': firmYears,
  'unit-targets': unitTargets,
  quotas,
};

/** A kind by its id. */
export function kindOf(id: ImportKind): KindOfImport {
  return kinds[id];
}

import type { ImportKind } from '../../../data/contract';
import type { KindOfImport } from './kind';
import { parcels } from './parcels';

/** Every kind of thing that files bring in, by its id. */
export const kinds: Partial<Record<ImportKind, KindOfImport>> = { parcels };

/** A kind by its id; an id without a kind is a mistake of ours. */
export function kindOf(id: ImportKind): KindOfImport {
  const kind = kinds[id];
  if (!kind) throw new Error(`no kind of import ${id}`);
  return kind;
}

import type { ImportKind } from '../../../../data/contract';
import type { Address } from '../../../url';

interface Listed {
  readonly word: 'listThem' | 'listParks' | 'listUnits';
  readonly way: Partial<Address>;
}

/** The list in which what an import of this kind brought can be seen; null for what only the map shows. */
export function listOf(kind: ImportKind, id: string): Listed | null {
  switch (kind) {
    case 'parcels':
      return { word: 'listThem', way: { list: 'parcels', filter: { import: id, view: 'all' }, folded: false } };
    case 'parks':
    case 'firms':
    case 'firm-years':
      return { word: 'listParks', way: { list: 'parks', filter: { view: 'all' }, folded: false } };
    case 'zones':
    case 'unit-targets':
      return { word: 'listUnits', way: { list: 'units', filter: {}, folded: false } };
    default:
      return null;
  }
}

import { crs84, type OgcCrs, ogcSystems } from '../crs';
import { invalid, type Parameters } from './parameters';

/** The system that a parameter names by its URI; CRS84 when it is not given. */
export function readCrs(name: 'crs' | 'bbox-crs' | 'filter-crs', parameters: Parameters): OgcCrs {
  const asked = parameters.get(name);
  if (asked === undefined) return crs84;
  const found = ogcSystems.find(({ uri }) => uri === asked);
  if (!found) throw invalid(name, asked, ogcSystems.map(({ uri }) => uri).join(', '));
  return found;
}

import Flatbush from 'flatbush';
import type { LinearOrAreal } from '../../../data/contract/geojson';
import { openCityCrs } from '../../core/fabric/city-crs';
import type { Box } from '../../core/fabric/shape';
import type { Surrounding } from '../../core/pieces/surroundings';
import type { CityCorridor } from '../../db/engine/list-city-corridors';
import { boxOfGeometry, positionsOf } from './box-of';
import { Digest } from './digest';

/** A corridor of the city; `digest` changes whenever it does. */
export type StoredCorridor = Surrounding & { readonly name?: string | undefined; readonly digest: string };

/** Roads, rivers and planning edges, to be asked by box. */
export interface Corridors {
  /** Those whose line or ground comes within half its width of a box (metres), in order of their ids. */
  within(box: Box): StoredCorridor[];
}

/** No corridor is wider than this; it only widens a search. */
const WIDEST_METRES = 400;

/** Lays corridors out; the same object answers every question, so that whoever lays its land may keep it. */
export function layCorridors(corridors: readonly CityCorridor[], proj4: string): Corridors {
  const crs = openCityCrs(proj4);
  const objects = corridors.map(
    ({ id, kind, name, widthMetres, geometry }): StoredCorridor => ({
      id,
      kind,
      geometry,
      digest: digestOf(id, kind, widthMetres, geometry),
      ...(name !== null && { name }),
      ...(widthMetres !== null && { widthMetres }),
    }),
  );
  if (objects.length === 0) return { within: () => [] };
  const index = new Flatbush(objects.length);
  for (const { geometry, widthMetres = 0 } of objects) {
    const half = Math.min(widthMetres, WIDEST_METRES) / 2;
    const [west, south, east, north] = boxOfGeometry(geometry, crs);
    index.add(west - half, south - half, east + half, north + half);
  }
  index.finish();
  return {
    within: (box) =>
      index
        .search(...box)
        .sort((a, b) => a - b)
        .map((place) => objects[place] as StoredCorridor),
  };
}

function digestOf(id: string, kind: string, widthMetres: number | null, geometry: LinearOrAreal): string {
  const digest = new Digest();
  for (const [x = 0, y = 0] of positionsOf(geometry)) digest.addPair(x, y);
  return `${id}/${kind}/${widthMetres}/${geometry.type}/${digest.value()}`;
}

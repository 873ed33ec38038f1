import type { Areal } from '../../../data/contract/geojson';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { partsOf } from '../../../server/core/fabric/fabric';
import type { Candidate, JoinInput } from '../../../server/core/join';
import type { GapRuling } from '../../../server/core/pieces/judge-gap';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { box, line, type Pair, polygon, ruleset } from '../leftover/drawn';
import { seeded } from './seeded';

/** Tolerances that suit plots of some thirty metres on lanes of a few. */
export const overrides = { maxGapMetres: 12, looseGapMetres: 18 };

const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
const CELL = 40;

/**
 * A few plots on a grid, some the park's, some candidates, with everything that can lie between them, be known of it or
 * be wrong with them: a case of its own for every seed.
 */
export function smallCase(seed: number, candidatesAtMost = 6): JoinInput {
  const random = seeded(seed * 7919 + 1);
  const pick = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const chance = (share: number) => random() < share;
  // On whole metres many gaps and weights are equal; off them none is.
  const place = chance(0.4) ? (metres: number) => Math.round(metres / 3) * 3 : (metres: number) => metres;
  const park: Candidate[] = [];
  const plots: Candidate[] = [];
  const between: Surrounding[] = [];
  const reading = pick('strict', 'normal', 'normal', 'normal', 'normal', 'loose');
  const knows = reading === 'normal' && chance(0.8);
  const isRegister = chance(0.4);
  const errorMetres = pick(0, 0.5, 1);

  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      const [x, y] = [column * CELL + place(random() * 8), row * CELL + place(random() * 8)];
      const [width, height] = [place(26 + random() * 16), place(26 + random() * 16)];
      const geometry = chance(0.75) ? box(x, y, width, height) : polygon(triangle(x, y, width, height));
      const dice = random();
      if (dice < 0.35 || park.length === 0) park.push(plotOf(`k${park.length}`, geometry));
      else if (dice < 0.85 && plots.length < candidatesAtMost) {
        const price = chance(0.06) ? null : Math.ceil(random() * 5);
        plots.push({ ...plotOf(`c${plots.length}`, geometry), price });
      } else if (dice < 0.92) between.push(parcel(`other-${row}-${column}`, geometry, errorMetres));
      else continue;
      const off = chance(0.3) ? random() * 3 : 0;
      if (isRegister && dice < 0.85)
        between.push(parcel(`register-${row}-${column}`, box(x + off, y, width, height), errorMetres));
    }
  }
  if (chance(0.15))
    plots.push({ ...plotOf(`c${plots.length}`, box(place(random() * 120), place(random() * 80), 30, 12)), price: 1 });
  const [first, second, ...rest] = plots;
  if (first && second && chance(0.3)) plots.splice(0, plots.length, bothOf(first, second), ...rest);
  const lanes = Math.floor(random() * 4);
  for (let lane = 0; lane < lanes; lane++) between.push(laneOf(lane, random, pick));
  if (chance(0.15)) between.push(parcel('kiosk', box(random() * 150, random() * 110, 3, 3), 0));

  return {
    park,
    plots,
    reading,
    weigh: pick('area', 'area', 'count', 'price'),
    refused: chance(0.15) ? ['c1'] : [],
    rulings: chance(0.15) ? [rulingOn(park, plots, pick)] : [],
    redLine: chance(0.2) ? box(random() * 60 - 10, random() * 40 - 10, 80 + random() * 60, 60 + random() * 60) : null,
    ...(knows && { between }),
  };
}

/** A plot that brings its parts along, so that thousands of readings lay it out once. */
export function plotOf(id: string, geometry: Areal): Candidate {
  return { id, geometry, parts: partsOf({ id, geometry }, crs) };
}

function parcel(id: string, geometry: Areal, edgeErrorMetres: number): Surrounding {
  return { id, kind: 'parcel', geometry, ...(edgeErrorMetres > 0 && { edgeErrorMetres }) };
}

function triangle(x: number, y: number, width: number, height: number): Pair[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
  ];
}

function laneOf(lane: number, random: () => number, pick: <T>(...choices: readonly T[]) => T): Surrounding {
  const at = 33 + CELL * Math.floor(random() * 3);
  const kind: SurroundingKind = pick('road', 'road', 'river', 'power-line', 'county-boundary');
  const [from, to] = [random() * 60 - 20, 60 + random() * 110];
  const geometry = random() < 0.5 ? line([from, at], [to, at]) : line([at, from], [at, to]);
  return { id: `lane-${lane}`, kind, geometry, ...(kind !== 'county-boundary' && { widthMetres: 4 }) };
}

/** Two candidates under one name: taken together, each part has to find its own way into the piece. */
function bothOf(one: Candidate, two: Candidate): Candidate {
  const coordinates = [one, two].flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return { ...plotOf(one.id, { type: 'MultiPolygon', coordinates }), price: one.price };
}

function rulingOn(
  park: readonly Candidate[],
  plots: readonly Candidate[],
  pick: <T>(...choices: readonly T[]) => T,
): GapRuling {
  const all = [...park, ...plots];
  return {
    plots: [pick(...park).id, pick(...all).id],
    holds: pick<SurroundingKind[]>([], ['road'], ['river'], ['power-line']),
  };
}

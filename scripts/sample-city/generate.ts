import plan from '../../data/plan/plan.json' with { type: 'json' };
import { describe } from './attributes';
import { type Bend, bendRing, openBend } from './bend';
import { middle, type Point, ringArea } from './cell';
import type { City, LonLat, LonLatPolygon } from './city';
import { closing, drawControls } from './controls';
import { drawCorridors } from './corridors';
import { type District, fillQuarter, layOut, type Plot, type Quarter } from './district';
import { castFirms, type FirmDraft, strayFirm } from './firms';
import { plantLeftover } from './leftover';
import { basisOf, describePark, parkName, truthOf } from './park-record';
import { gatherMembers, outerCuts, takeQuarters } from './parks';
import { cityCrs, findRoom, isInUnit, unitAt } from './place';
import { openRandom, type Random } from './random';
import { type DistrictRecipe, type ParkRecipe, recipe } from './recipe';

const firmCount = 400;
/** The seed of the city that is shipped. */
export const citySeed = 2026;

/** A district with its parks, laid out but not yet written down. */
interface Built {
  readonly district: District;
  readonly quartersOf: Quarter[][];
}

/** Makes the whole sample city from a seed: the same city from the same seed, everywhere. */
export function generateCity(seed: number): City {
  const random = openRandom(seed);
  const city: City = {
    seed,
    parcels: [],
    parks: [],
    firms: [],
    corridors: [],
    coverage: [],
    controls: [],
    truth: { plots: [], parks: [] },
  };
  const taken: { centre: Point; radiusMetres: number }[] = [];
  const works: { number: string; unit: string; location: LonLat; segment: string }[] = [];
  let serial = 0;
  recipe.forEach((entry, index) => {
    const own = random.fork(`district ${index}`);
    const built = build(entry, own.fork('ground'));
    const bend = settle(built.district, taken, own.fork('place'));
    const written = write(city, built, bend, index, own.fork('attributes'));
    entry.parks.forEach((park, i) => {
      const members = written.filter((row) => row.plot.park === i);
      const hosts = members.filter((row) => row.plot.facing && row.plot.use === 'industrial');
      const firms = castFirms(park.firms, park.theme, () => ++serial, own.fork(`firms ${i}`));
      const host = own.fork(`hosts ${i}`);
      city.firms.push(...firms.map((firm) => ({ ...firm, unit: entry.unit, ...home(host.pick(hosts)) })));
      city.parks.push(
        describePark(
          entry,
          park,
          members.map((row) => row.number),
          built.quartersOf[i] ?? [],
          closing(bend, toLonLat),
        ),
      );
      city.truth.parks.push(truthOf(entry, park));
    });
    const segments = plan.units.find((unit) => unit.id === entry.unit)?.segments ?? [];
    const free = written.filter((row) => row.plot.park === null && row.plot.facing && row.plot.use === 'industrial');
    works.push(
      ...free.map((row) => ({
        number: row.number,
        unit: entry.unit,
        location: row.location,
        segment: own.pick(segments),
      })),
    );
  });
  const stray = random.fork('stray');
  while (city.firms.length < firmCount) {
    const { number, unit, location, segment } = stray.pick(works);
    const firm: FirmDraft = strayFirm(++serial, segment, stray);
    city.firms.push({ ...firm, unit, parcel: number, location });
  }
  return city;
}

function build(entry: DistrictRecipe, random: Random): Built {
  const district = layOut(entry, random);
  const quartersOf = entry.parks.map((park, i) => takeQuarters(district, park, i));
  for (const quarter of district.quarters) fillQuarter(quarter, district.cuts, random);
  entry.parks.forEach((park, i) => {
    gatherMembers(district, park, i, quartersOf[i] ?? [], random);
    const place = { district, outerCuts: outerCuts(park, quartersOf[i] ?? []) };
    for (const story of park.leftovers) plantLeftover(place, i, story, random);
  });
  spoil(district, random);
  return { district, quartersOf };
}

/** Real registers hold faults: here and there a plot is drawn a little over its neighbours. */
function spoil(district: District, random: Random): void {
  const plots = district.quarters.flatMap((quarter) => quarter.blocks.flatMap((block) => block.plots));
  for (const plot of plots) {
    if (!plot.facing || plot.planted || !random.chance(0.002)) continue;
    const [x, y] = middle(plot.ring);
    const grow = random.between(1.015, 1.04);
    plot.ring = plot.ring.map((point): Point => [x + (point[0] - x) * grow, y + (point[1] - y) * grow]);
  }
}

function settle(district: District, taken: { centre: Point; radiusMetres: number }[], random: Random): Bend {
  const turn = random.between(0, 2 * Math.PI);
  const { bendMetres, anchor, radiusMetres } = district.recipe;
  const bendAt = (centre: Point) => openBend(random.fork('bend'), bendMetres, turn, centre);
  const edge = bendRing(district.boundary, bendAt([0, 0]));
  const centre = findRoom(unitsOf(district.recipe), anchor, edge, taken, random);
  taken.push({ centre, radiusMetres });
  return bendAt(centre);
}

interface Written {
  plot: Plot;
  number: string;
  location: LonLat;
}

function write(city: City, { district }: Built, bend: Bend, index: number, random: Random): Written[] {
  const { surveyed, parks } = district.recipe;
  const units = unitsOf(district.recipe);
  const close = closing(bend, toLonLat);
  const prefix = `YL${String(index + 1).padStart(2, '0')}`;
  const plots = district.quarters.flatMap((quarter, q) =>
    quarter.blocks.flatMap((block) => block.plots.map((plot) => ({ plot, quarter: q + 1 }))),
  );
  const rows = plots.map(({ plot, quarter }, i): Written => {
    const number = `${prefix}-${String(quarter).padStart(2, '0')}-${String(i + 1).padStart(4, '0')}`;
    const polygon = jitter(plot.ring, bend, random);
    const unit = unitAt(units, bend(middle(plot.ring)));
    const areaSquareMetres = Math.abs(ringArea(bendRing(plot.ring, bend)));
    city.parcels.push({ number, unit, unitBasis: basisOf(unit), polygon, ...describe(plot, areaSquareMetres, random) });
    if (plot.planted) {
      const park = parks[plot.planted.park];
      city.truth.plots.push({
        number,
        park: parkName(park as ParkRecipe),
        kind: plot.planted.kind,
        how: plot.planted.how,
        surveyed,
      });
    }
    return { plot, number, location: toLonLat(bend(middle(plot.ring))) };
  });
  city.corridors.push(
    ...drawCorridors(district, bend, toLonLat, (point) => units.some((unit) => isInUnit(unit, point))),
  );
  city.controls.push(...drawControls(district, close, random));
  if (surveyed) city.coverage.push(close(surveyedGround(district)));
  return rows;
}

/** The surveyors went a little past the last plots. */
function surveyedGround(district: District): Point[] {
  const grow = 1 + 300 / district.recipe.radiusMetres;
  return district.boundary.map(([x, y]) => [x * grow, y * grow]);
}

/** Bends a plot's ring and shifts one corner in a hundred by up to 5 cm, as in real fabrics. */
function jitter(ring: readonly Point[], bend: Bend, random: Random): LonLatPolygon {
  const bent = bendRing(ring, bend).map(([x, y]): LonLat => {
    const off = random.chance(0.01) ? 0.05 : 0;
    return toLonLat([x + random.between(-off, off), y + random.between(-off, off)]);
  });
  return [[...bent, bent[0] as LonLat]];
}

/** To a tenth of a millimetre. */
const toLonLat = (point: Point): LonLat => {
  const [lon, lat] = cityCrs.toDegrees(point);
  return [Math.round(lon * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9];
};

const home = (row: Written) => ({ parcel: row.number, location: row.location });
const unitsOf = ({ unit, straddles }: DistrictRecipe): [string, ...string[]] =>
  straddles ? [unit, straddles] : [unit];

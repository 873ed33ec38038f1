import type { Polygon } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import type { LeftoverKind } from '../../data/contract/vocabulary';
import type { PlotInput } from '../../server/core/fabric/fabric';
import { classifyLeftover } from '../../server/core/leftover';
import type { Surrounding } from '../../server/core/pieces/surroundings';
import { title } from '../../server/core/title';
import type { City, CityFirm, CityParcel, CityPark, Truth } from '../sample-city/city';
import { storyDay } from '../sample-city/firms';
import { core } from './core';

export interface PlotCase {
  readonly number: string;
  readonly park: string;
  readonly how: string;
  /** Null for plots beside a park that nobody planted. */
  readonly planted: 'corner' | 'scattered' | 'enclosed' | null;
  readonly surveyed: boolean;
  readonly said: LeftoverKind;
  readonly wouldBe: LeftoverKind | null;
  readonly areaMu: number;
  readonly measures: Record<string, number>;
}
/** How a park stands: its contiguity and the two tests of its firms. */
export type Standing = Pick<Truth['parks'][number], 'contiguity' | 'specializedCount' | 'outputShare'>;
export interface ParkCase {
  readonly park: string;
  readonly shape: string;
  readonly firms: string;
  readonly meant: Standing;
  readonly said: Standing;
}

const aroundDegrees = 0.003;
type Box = [number, number, number, number];

/** Asks the engine about every park of the city and every plot near it, without telling it what was planted. */
export function compareCity(city: City, ruleset: Ruleset): { plots: PlotCase[]; parks: ParkCase[] } {
  const compared = city.parks.map((park) => comparePark(city, park, ruleset));
  return { plots: compared.flatMap((one) => one.plots), parks: compared.map((one) => one.park) };
}

function comparePark(city: City, park: CityPark, ruleset: Ruleset): { plots: PlotCase[]; park: ParkCase } {
  const own = new Set(park.members);
  const members = city.parcels.filter((parcel) => own.has(parcel.number));
  const box = widened(members.map(boxOfParcel));
  const near = city.parcels.filter((parcel) => !own.has(parcel.number) && meets(boxOfParcel(parcel), box));
  const corridors = city.corridors.filter(({ geometry }) =>
    meets(boxOfPoints(geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates), box),
  );
  const edges = corridors.map(
    ({ kind, widthMetres, geometry }, i): Surrounding => ({
      id: `c${i}`,
      kind,
      widthMetres: widthMetres ?? undefined,
      geometry,
    }),
  );
  const others = near.flatMap((parcel): Surrounding[] => {
    const geometry = core(parcel.polygon, 2 * ruleset.rules.contiguity.snapMetres.value);
    return geometry ? [{ id: parcel.number, kind: 'parcel', geometry }] : [];
  });
  const known = park.surroundingsKnown;
  const redLine = park.redLine ? { type: 'MultiPolygon' as const, coordinates: park.redLine } : undefined;
  const plots = members.map(asPlot);
  const firms = city.firms.filter((firm) => own.has(firm.parcel)).map(asFirm);
  const between = known ? [...edges, ...others] : undefined;
  const seen = title({ park: plots, firms, between, redLine, asOf: storyDay }, ruleset);
  const test = (id: string) => seen.tests.find((one) => one.id === id)?.verdict ?? 'unknown';
  const said = {
    contiguity: seen.contiguity.verdict,
    specializedCount: test('specialized-count'),
    outputShare: test('output-share'),
  };
  const found = classifyLeftover(
    { park: plots, plots: near.map(asPlot), edges: known ? edges : undefined, redLine },
    ruleset,
  );
  const truth = city.truth.parks.find((one) => one.name === park.name);
  if (!truth) throw new Error(`nothing was meant by ${park.name}`);
  const planted = new Map(
    city.truth.plots.filter((plot) => plot.park === park.name).map((plot) => [plot.number, plot]),
  );
  return {
    park: { park: park.name, shape: truth.shape, firms: truth.firms, meant: truth, said },
    plots: found.findings.map((finding) => ({
      number: finding.plot,
      park: park.name,
      how: planted.get(finding.plot)?.how ?? 'nothing',
      planted: planted.get(finding.plot)?.kind ?? null,
      surveyed: known,
      said: finding.kind,
      wouldBe: finding.wouldBe,
      areaMu: finding.areaMu,
      measures: finding.measures,
    })),
  };
}

const groundOf = (parcel: CityParcel): Polygon => ({ type: 'Polygon', coordinates: parcel.polygon });
const asPlot = (parcel: CityParcel): PlotInput => ({ id: parcel.number, geometry: groundOf(parcel) });
const asFirm = ({ uscc, name, grades, parcel, years }: CityFirm) => ({
  uscc,
  name,
  grades,
  plot: parcel,
  outputCny: Object.fromEntries(years.map(({ year, outputCny }) => [year, outputCny])),
});
const boxOfParcel = (parcel: CityParcel): Box => boxOfPoints(parcel.polygon.flat());

function boxOfPoints(points: readonly (readonly [number, number])[]): Box {
  const box: Box = [180, 90, -180, -90];
  for (const [lon, lat] of points) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function widened(boxes: readonly Box[]): Box {
  const corners = boxes.flatMap(([west, south, east, north]): [number, number][] => [
    [west, south],
    [east, north],
  ]);
  const [west, south, east, north] = boxOfPoints(corners);
  return [west - aroundDegrees, south - aroundDegrees, east + aroundDegrees, north + aroundDegrees];
}

const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

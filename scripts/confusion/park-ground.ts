import type { Areal, Polygon } from '../../data/contract/geojson';
import type { PlotInput } from '../../server/core/fabric/fabric';
import type { Surrounding } from '../../server/core/pieces/surroundings';
import type { City, CityParcel, CityPark } from '../sample-city/city';

/** A park of the sample city with what lies around it, as a caller would send it. */
export interface ParkGround {
  readonly members: readonly PlotInput[];
  /** Every other parcel near by. */
  readonly near: readonly PlotInput[];
  readonly corridors: readonly Surrounding[];
  readonly redLine: Areal | undefined;
}

const aroundDegrees = 0.003;
type Box = [number, number, number, number];

/** Gathers the ground of a park and of all that comes within some three hundred metres of its box. */
export function groundOfPark(city: City, park: CityPark): ParkGround {
  const own = new Set(park.members);
  const members = city.parcels.filter((parcel) => own.has(parcel.number));
  const box = widened(members.map(boxOfParcel));
  const near = city.parcels.filter((parcel) => !own.has(parcel.number) && meets(boxOfParcel(parcel), box));
  const corridors = city.corridors
    .filter(({ geometry }) =>
      meets(boxOfPoints(geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates), box),
    )
    .map(
      ({ kind, widthMetres, geometry }, i): Surrounding => ({
        id: `c${i}`,
        kind,
        widthMetres: widthMetres ?? undefined,
        geometry,
      }),
    );
  const redLine = park.redLine ? ({ type: 'MultiPolygon', coordinates: park.redLine } as const) : undefined;
  return { members: members.map(asPlot), near: near.map(asPlot), corridors, redLine };
}

function asPlot({ number, polygon }: CityParcel): PlotInput {
  const geometry: Polygon = { type: 'Polygon', coordinates: polygon };
  return { id: number, geometry };
}

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

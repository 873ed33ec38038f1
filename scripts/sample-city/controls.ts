import type { Bend } from './bend';
import { bendRing } from './bend';
import { convexHull, type Point } from './cell';
import type { CityControl, LonLat, LonLatPolygon } from './city';
import type { District, Quarter } from './district';
import type { Random } from './random';

type Close = (ring: readonly Point[]) => LonLatPolygon;

/** Closes a bent ring in longitude and latitude. */
export const closing =
  (bend: Bend, toLonLat: (point: Point) => LonLat): Close =>
  (ring) => {
    const bent = bendRing(ring, bend).map(toLonLat);
    return [[...bent, bent[0] as LonLat]];
  };

/** The control lines of a district: invented, but where a planner would expect them. */
export function drawControls(district: District, close: Close, random: Random): CityControl[] {
  const { quarters } = district;
  const ofZone = (zone: Quarter['zone']) => quarters.filter((quarter) => quarter.zone === zone);
  const ground = (list: readonly Quarter[]) => list.map((quarter) => close(quarter.cell.ring));
  const town = quarters.filter((quarter) => quarter.zone !== 'fields');
  const fields = ofZone('fields');
  const farmland = fields.filter(() => random.chance(0.7));
  const works = ofZone('industrial');
  const lines: CityControl[] = [
    control('urban-growth-boundary', null, '样例城镇开发边界', [
      close(convexHull(town.flatMap((quarter) => [...quarter.cell.ring]))),
    ]),
    control('basic-farmland', null, '样例永久基本农田', ground(farmland)),
    control(
      'ecological-red-line',
      null,
      '样例生态保护红线',
      ground(fields.filter((quarter) => !farmland.includes(quarter))),
    ),
    control('industrial-block', 2, '样例二级工业产业区块', ground(works.filter((quarter) => quarter.park === null))),
  ];
  const parks = [...new Set(works.map((quarter) => quarter.park))].filter((park) => park !== null);
  for (const park of parks) {
    const own = works.filter((quarter) => quarter.park === park);
    if (own.length === 1 || random.chance(0.5))
      lines.push(control('industrial-block', 1, '样例一级工业产业区块', ground(own)));
  }
  return lines.filter((line) => line.polygons.length > 0);
}

function control(
  kind: CityControl['kind'],
  level: number | null,
  name: string,
  polygons: LonLatPolygon[],
): CityControl {
  return { kind, level, name, polygons };
}

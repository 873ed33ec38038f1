import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Areal } from '../../../data/contract/geojson';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { type Part, type PlotInput, partsOf } from '../../../server/core/fabric/fabric';
import { polygon, ruleset } from '../drawing';
import { seeded } from '../join/seeded';

const path = fileURLToPath(
  new URL('../../../../shared/data/parcels/cadastre-91216-at-quanzhou.geojson', import.meta.url),
);
const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);

/** A real cadastre of 4,241 parcels; empty where ../shared/data is absent. */
export const cadastre: readonly PlotInput[] = existsSync(path)
  ? (JSON.parse(readFileSync(path, 'utf8')) as { features: { id: string; geometry: Areal }[] }).features.map(
      ({ id, geometry }) => ({ id, geometry }),
    )
  : [];

/** What a test that needs the cadastre is called. */
export const named = (name: string): string =>
  cadastre.length > 0 ? name : `${name} (skipped: ../shared/data is absent)`;

/** Plots laid out on the plane of the city CRS. */
export const lay = (plots: readonly PlotInput[]): Part[] => plots.flatMap((plot) => partsOf(plot, crs));

/** The plots of the cadastre nearest to one of them, by seed: those kept, and those left out as other people's. */
export function cadastreWindow(seed: number, count: number, keep = 1): { plots: PlotInput[]; others: PlotInput[] } {
  const random = seeded(seed);
  const [x, y] = cornerOf(cadastre[Math.floor(random() * cadastre.length)] as PlotInput);
  const away = (plot: PlotInput): number => {
    const [lon, lat] = cornerOf(plot);
    return (lon - x) ** 2 + (lat - y) ** 2;
  };
  const near = [...cadastre].sort((p, q) => away(p) - away(q)).slice(0, count);
  const plots: PlotInput[] = [];
  const others: PlotInput[] = [];
  for (const plot of near) (random() < keep ? plots : others).push(plot);
  return { plots, others };
}

function cornerOf({ geometry }: PlotInput): [number, number] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons[0]?.[0]?.[0] as [number, number];
}

type Point = [number, number];

/** How a made fabric is laid out. */
export interface Making {
  readonly seed: number;
  readonly columns: number;
  readonly rows: number;
  /** Every corner is moved by up to this much, each plot's for itself. */
  readonly jitterMetres: number;
  /** Chance of a plot to be left out, to be cut in two, to be given twice. */
  readonly holes: number;
  readonly cuts: number;
  readonly copies: number;
  readonly turnDegrees: number;
}

/** A fabric of blocks with streets, T-junctions where plots are cut, corners a few centimetres off, holes and copies. */
export function madeFabric(making: Making): PlotInput[] {
  const { seed, columns, rows, jitterMetres, holes, cuts, copies, turnDegrees } = making;
  const random = seeded(seed);
  const turn = (turnDegrees * Math.PI) / 180;
  const off = (): number => (random() * 2 - 1) * jitterMetres;
  const corner = ([x, y]: Point): Point => [
    x * Math.cos(turn) - y * Math.sin(turn) + off(),
    x * Math.sin(turn) + y * Math.cos(turn) + off(),
  ];
  const plots: PlotInput[] = [];
  const add = (id: string, corners: Point[]): void => {
    plots.push({ id, geometry: polygon(corners.map(corner)) });
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const id = `${row}-${column}`;
      const [x, y] = [column * 40 + Math.floor(column / 3) * 12, row * 30 + Math.floor(row / 2) * 15];
      const draw = random();
      if (draw < holes) continue;
      if (draw < holes + cuts) {
        const middle = x + 10 + random() * 20;
        add(`${id} west`, rectangle(x, y, middle - x, 30));
        add(`${id} east`, rectangle(middle, y, x + 40 - middle, 30));
      } else add(id, rectangle(x, y, 40, 30));
      if (random() < copies) add(`${id} again`, rectangle(x + random() * 4, y, 40, 30));
    }
  }
  return plots.length > 0 ? plots : [{ id: '0-0', geometry: polygon(rectangle(0, 0, 40, 30)) }];
}

function rectangle(x: number, y: number, w: number, h: number): Point[] {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
}

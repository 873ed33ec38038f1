import type { Areal, Position } from '../../../data/contract/geojson';
import type { Part, PlotInput } from '../../core/fabric/fabric';
import type { Box } from '../../core/fabric/shape';
import type { Ground, PackedGround } from './ground';

/** One polygon of a packed parcel: edges laid out for measuring, degrees only when they are asked for. */
class PackedPart implements Part {
  readonly edges: Float64Array;
  readonly next: Int32Array;
  readonly box: Box;
  readonly plot: string;
  readonly perimeterMetres: number;
  readonly planarSquareMetres: number;
  private readonly packed: PackedGround;
  private readonly part: number;
  private outline: Position[][] | null = null;

  constructor(plot: string, packed: PackedGround, part: number) {
    this.plot = plot;
    this.packed = packed;
    this.part = part;
    const { ringOf, pointOf, metres } = packed;
    const [firstRing, lastRing] = [ringOf[part] as number, ringOf[part + 1] as number];
    const points = (pointOf[lastRing] as number) - (pointOf[firstRing] as number);
    const edges = new Float64Array(points * 4);
    const next = new Int32Array(points);
    let edge = 0;
    let perimeter = 0;
    let area = 0;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let ring = firstRing; ring < lastRing; ring++) {
      const from = pointOf[ring] as number;
      const to = pointOf[ring + 1] as number;
      if (to - from < 2) continue;
      const first = edge;
      const ox = metres[from * 2] as number;
      const oy = metres[from * 2 + 1] as number;
      let twice = 0;
      for (let point = from; point < to; point++) {
        const after = point + 1 < to ? point + 1 : from;
        const ax = metres[point * 2] as number;
        const ay = metres[point * 2 + 1] as number;
        const bx = metres[after * 2] as number;
        const by = metres[after * 2 + 1] as number;
        edges[edge * 4] = ax;
        edges[edge * 4 + 1] = ay;
        edges[edge * 4 + 2] = bx;
        edges[edge * 4 + 3] = by;
        next[edge] = point + 1 < to ? edge + 1 : first;
        edge++;
        perimeter += Math.hypot(bx - ax, by - ay);
        twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
        if (ax < west) west = ax;
        if (ax > east) east = ax;
        if (ay < south) south = ay;
        if (ay > north) north = ay;
      }
      area = ring === firstRing ? Math.abs(twice / 2) : area - Math.abs(twice / 2);
    }
    this.edges = edge === points ? edges : edges.slice(0, edge * 4);
    this.next = edge === points ? next : next.slice(0, edge);
    this.box = [west, south, east, north];
    this.perimeterMetres = perimeter;
    this.planarSquareMetres = area;
  }

  get lonLat(): Position[][] {
    this.outline ??= this.unpack();
    return this.outline;
  }

  private unpack(): Position[][] {
    const { ringOf, pointOf, degrees } = this.packed;
    const rings: Position[][] = [];
    for (let ring = ringOf[this.part] as number; ring < (ringOf[this.part + 1] as number); ring++) {
      const positions: Position[] = [];
      for (let point = pointOf[ring] as number; point < (pointOf[ring + 1] as number); point++)
        positions.push([degrees[point * 2] as number, degrees[point * 2 + 1] as number]);
      rings.push([...positions, ...positions.slice(0, 1)]);
    }
    return rings;
  }
}

/** A parcel of the city as the core takes plots: its parts are laid out already. */
export class CityPlot implements PlotInput {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly digest: number;
  /** Yuan; null where it is not known. */
  readonly priceCny: number | null;
  private readonly ground: Ground;
  private readonly place: number;

  constructor(ground: Ground, place: number) {
    const { ids, partOf, prices, digests } = ground.packed;
    this.id = String(ids[place]);
    this.digest = digests[place] as number;
    const price = prices[place] as number;
    this.priceCny = Number.isNaN(price) ? null : price;
    this.ground = ground;
    this.place = place;
    this.parts = Array.from(
      { length: (partOf[place + 1] as number) - (partOf[place] as number) },
      (_, i) => new PackedPart(this.id, ground.packed, (partOf[place] as number) + i),
    );
  }

  get number(): string {
    return this.ground.numberAt(this.place);
  }

  /** The outline in degrees, as the database gives it. */
  get geometry(): Areal {
    return { type: 'MultiPolygon', coordinates: this.parts.map(({ lonLat }) => lonLat.map((ring) => [...ring])) };
  }
}

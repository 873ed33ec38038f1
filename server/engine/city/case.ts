import { createHash } from 'node:crypto';
import type { Ruleset } from '../../../data/contract/ruleset';
import { metresApart } from '../../core/fabric/distance';
import { indexOf, type Part } from '../../core/fabric/fabric';
import { type Box, boxOf } from '../../core/fabric/shape';
import { hullOf, type Spot } from '../../core/leftover/hull';
import type { Surrounding } from '../../core/pieces/surroundings';
import { PICKED } from '../../parks/case-of';
import type { KeptCase, Member, Neighbour, ParkCase } from '../../parks/park-case';
import type { City } from './city';
import type { CityPlot } from './plot';

/** Leftover plots are looked at with what lies within this distance; nothing is measured with it. */
const NEAR_METRES = 150;
/** The ground of a gap bulges out of the hull of its pieces by less than this. */
const BULGE_METRES = 25;
const CIRCLE = Array.from({ length: 8 }, (_, step) => (step * Math.PI) / 4);

/** The case of a saved park, or of picked parcels as one park, out of the city in memory; null where nothing of it is there. */
export function caseOf(city: City, of: Asked, ruleset: Ruleset): ParkCase | null {
  const park = 'park' in of ? city.park(of.park) : undefined;
  const ids = 'park' in of ? park?.members : [...new Set(of.parcels.map(Number))].sort((a, b) => a - b);
  const plots = (ids ?? []).flatMap((id) => city.plot(id) ?? []);
  if (plots.length === 0) return null;
  return new CityCase(city, ruleset, plots, 'park' in of ? of.park : (of.as ?? PICKED));
}

/** A saved park, or parcels picked as one: with the red line and the rulings of park `as`, where it is named. */
type Asked = { readonly park: string } | { readonly parcels: readonly string[]; readonly as?: string };

/** A case that looks up in the city what it is asked for, once. */
class CityCase implements ParkCase {
  readonly redLine: ParkCase['redLine'];
  readonly rulings: ParkCase['rulings'];
  private readonly parts: readonly Part[];
  private readonly box: Box;
  private readonly hull: readonly Spot[];
  private readonly own: ReadonlySet<number>;
  private readonly isCovered: boolean;
  private readonly surroundings = new Map<number, Surrounding>();
  private kept: { beside?: Neighbour[]; around?: Neighbour[]; signature?: string; firms?: ParkCase['firms'] } = {};

  constructor(
    private readonly city: City,
    private readonly ruleset: Ruleset,
    readonly members: readonly (CityPlot & Member)[],
    readonly park: string,
  ) {
    const saved = city.park(park);
    this.redLine = saved?.redLine ?? null;
    this.rulings = city.rulingsOf(park);
    this.parts = members.flatMap(({ parts }) => parts);
    this.box = boxOf(this.parts);
    this.own = new Set(members.map(({ id }) => Number(id)));
    this.hull = hullOf(this.parts.flatMap(cornersOf));
    this.isCovered = (saved?.surroundingsKnown ?? true) && city.coverage.covers(grown(this.hull));
  }

  /** What may lie in gaps, asked box by box: corridors, then other people's parcels. */
  get between(): ParkCase['between'] {
    return this.isCovered ? (box) => [...this.city.corridors.within(box), ...this.parcelsIn(box)] : null;
  }

  get edges(): readonly Surrounding[] | null {
    return this.isCovered ? this.corridors() : null;
  }

  get firms(): ParkCase['firms'] {
    this.kept.firms ??= this.city.firmsOn(
      this.members.map(({ id }) => id),
      degreesBox(this.parts),
    );
    return this.kept.firms;
  }

  get beside(): readonly Neighbour[] {
    this.kept.beside ??= this.findBeside();
    return this.kept.beside;
  }

  get around(): readonly Neighbour[] {
    this.kept.around ??= this.othersIn(expanded(this.box, this.ruleset.rules.contiguity.looseGapMetres.value)).map(
      ({ id }) => this.neighbour(id),
    );
    return this.kept.around;
  }

  /** Names the state of all that the case is made of: the plots and corridors in reach by digest, the rest by value. */
  get signature(): string {
    this.kept.signature ??= this.sign();
    return this.kept.signature;
  }

  private sign(): string {
    const hash = createHash('sha256');
    for (const { id, digest } of this.members) hash.update(`${id}:${digest} `);
    for (const { id, digest } of this.othersIn(expanded(this.box, this.reachMetres())))
      hash.update(`${id}:${digest}:${this.city.isTaken(id)} `);
    for (const { digest } of this.corridors()) hash.update(`${digest} `);
    const { redLine, rulings, firms, isCovered } = this;
    return hash.update(JSON.stringify([this.park, redLine, rulings, firms, isCovered])).digest('base64url');
  }

  private corridors() {
    return this.city.corridors.within(expanded(this.box, NEAR_METRES));
  }

  private reachMetres(): number {
    const { snapMetres, maxGapMetres } = this.ruleset.rules.contiguity;
    return Math.max(BULGE_METRES, maxGapMetres.value + snapMetres.value);
  }

  private othersIn(box: Box): { id: number; digest: number }[] {
    return this.city.parcelsIn(box).filter(({ id }) => !this.own.has(id));
  }

  private parcelsIn(box: Box): Surrounding[] {
    return this.othersIn(box).flatMap(({ id }): Surrounding[] => {
      const known = this.surroundings.get(id);
      if (known) return [known];
      const plot = this.city.plot(id);
      if (!plot) return [];
      const object = new ParcelAround(plot, this.ruleset.rules.contiguity.edgeErrorMetres?.value ?? 0);
      this.surroundings.set(id, object);
      return [object];
    });
  }

  private neighbour(id: number): Neighbour {
    return new CityNeighbour(this.city.plot(id) as CityPlot, !this.city.isTaken(id));
  }

  private findBeside(): Neighbour[] {
    const { snapMetres, maxGapMetres } = this.ruleset.rules.contiguity;
    const metres = maxGapMetres.value + snapMetres.value;
    const index = indexOf(this.parts);
    const isBeside = (part: Part) => {
      const near = index?.search(...expanded(part.box, metres)) ?? [];
      return near.some((i) => metresApart(part, this.parts[i] as Part, metres) < Infinity);
    };
    return this.othersIn(expanded(this.box, metres)).flatMap(({ id }) =>
      this.city.plot(id)?.parts.some(isBeside) ? [this.neighbour(id)] : [],
    );
  }

  /** Every parcel and corridor that can lie in a gap of this park: for keeping. */
  listBetween(): readonly Surrounding[] | null {
    if (!this.isCovered) return null;
    return [...this.corridors(), ...this.parcelsIn(expanded(this.box, this.reachMetres()))];
  }
}

/** The case as plain values, for keeping with a verdict. */
export function keptCase(parkCase: ParkCase): KeptCase {
  const { park, members, redLine, rulings, firms, beside, edges, between } = parkCase;
  const listed = parkCase instanceof CityCase ? parkCase.listBetween() : between;
  if (typeof listed === 'function') throw new Error('surroundings that answer box by box cannot be kept');
  return {
    park,
    members: members.map(({ id, number, geometry }) => ({ id, number, geometry })),
    between: listed?.map(plainSurrounding) ?? null,
    redLine,
    rulings,
    firms,
    beside: beside.map(({ id, number, free, geometry }) => ({ id, number, free, geometry })),
    edges: edges?.map(plainSurrounding) ?? null,
  };
}

function plainSurrounding({ id, kind, widthMetres, edgeErrorMetres, geometry }: Surrounding): Surrounding {
  return {
    id,
    kind,
    geometry,
    ...(widthMetres !== undefined && { widthMetres }),
    ...(edgeErrorMetres !== undefined && { edgeErrorMetres }),
  };
}

/** Somebody's parcel as an object in a gap. */
class ParcelAround implements Surrounding {
  readonly kind = 'parcel';
  readonly id: string;
  readonly parts: readonly Part[];
  constructor(
    private readonly plot: CityPlot,
    readonly edgeErrorMetres: number,
  ) {
    this.id = plot.id;
    this.parts = plot.parts;
  }
  get geometry() {
    return this.plot.geometry;
  }
}

class CityNeighbour implements Neighbour {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly priceCny: number | null;
  constructor(
    private readonly plot: CityPlot,
    readonly free: boolean,
  ) {
    this.id = plot.id;
    this.parts = plot.parts;
    this.priceCny = plot.priceCny;
  }
  get number(): string {
    return this.plot.number;
  }
  get geometry() {
    return this.plot.geometry;
  }
}

function cornersOf({ edges }: Part): Spot[] {
  const corners: Spot[] = [];
  for (let i = 0; i < edges.length; i += 4) corners.push([edges[i] as number, edges[i + 1] as number]);
  return corners;
}

/** A convex ring grown by the bulge of gaps: what lies between plots is known only if all of it is. */
function grown(hull: readonly Spot[]): Spot[] {
  return hullOf(
    hull.flatMap(([x, y]) =>
      CIRCLE.map((turn): Spot => [x + BULGE_METRES * Math.cos(turn), y + BULGE_METRES * Math.sin(turn)]),
    ),
  );
}

function expanded([west, south, east, north]: Box, metres: number): Box {
  return [west - metres, south - metres, east + metres, north + metres];
}

/** Box in degrees; firms near it are looked at closer by the core. */
function degreesBox(parts: readonly Part[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lonLat } of parts) {
    for (const [x = 0, y = 0] of lonLat[0] ?? []) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

import type { Areal } from '../../../data/contract/geojson';
import type { Box } from '../../core/fabric/shape';
import type { GapRuling } from '../../core/pieces/judge-gap';
import type { CityCorridor } from '../../db/engine/list-city-corridors';
import type { CaseFirm } from '../../db/engine/list-city-firms';
import type { CityParkRow } from '../../db/engine/list-city-parks';
import type { NamedZone } from '../../parks/zones';
import { type Corridors, layCorridors } from './corridors';
import { type Coverage, layCoverage } from './coverage';
import { Ground, type PackedGround } from './ground';
import { mergeGrounds } from './pack';
import { CityPlot } from './plot';

/** What changes in a city, as whoever reads the database tells it; every part is optional. */
export interface CityNews {
  /** A ground that takes the place of everything before it. */
  readonly base?: PackedGround;
  /** A ground with the last word on the parcels it names. */
  readonly update?: PackedGround;
  readonly parks?: { readonly changed: readonly CityParkRow[]; readonly removed: readonly string[] };
  readonly corridors?: readonly CityCorridor[];
  readonly coverage?: readonly Areal[];
  readonly firms?: readonly CaseFirm[];
  readonly rulings?: readonly { readonly park: string; readonly ruling: GapRuling }[];
}

/** So many plots are kept laid out; beyond that they are laid anew. */
const PLOTS_KEPT = 60_000;

/** The whole city in memory: every parcel, park, corridor and firm, kept current piece by piece. */
export class City {
  zones: readonly NamedZone[] = [];
  private grounds: Ground[] = [];
  private plots = new Map<number, CityPlot>();
  private readonly parks = new Map<string, CityParkRow>();
  private official = new Set<number>();
  private firmsOnParcel = new Map<string, CaseFirm[]>();
  private firmsElsewhere: CaseFirm[] = [];
  private rulings = new Map<string, GapRuling[]>();
  corridors: Corridors;
  coverage: Coverage;

  constructor(private readonly proj4: string) {
    this.corridors = layCorridors([], proj4);
    this.coverage = layCoverage([], proj4);
  }

  /** Takes in what has changed. */
  learn(news: CityNews): void {
    if (news.base) {
      this.grounds = [new Ground(news.base)];
      this.plots.clear();
    }
    if (news.update) {
      this.grounds.push(new Ground(news.update));
      for (const id of news.update.ids) this.plots.delete(id);
      for (const id of news.update.removed) this.plots.delete(id);
    }
    if (news.parks) this.learnParks(news.parks);
    if (news.corridors) this.corridors = layCorridors(news.corridors, this.proj4);
    if (news.coverage) this.coverage = layCoverage(news.coverage, this.proj4);
    if (news.firms) this.learnFirms(news.firms);
    if (news.rulings)
      this.rulings = groupBy(
        news.rulings,
        ({ park }) => park,
        ({ ruling }) => ruling,
      );
  }

  /** A saved park. */
  park(id: string): CityParkRow | undefined {
    return this.parks.get(id);
  }

  /** Rulings in force on the gaps of a park. */
  rulingsOf(park: string): readonly GapRuling[] {
    return this.rulings.get(park) ?? [];
  }

  /** Whether a parcel belongs to an official park. */
  isTaken(id: number): boolean {
    return this.official.has(id);
  }

  /** A parcel by id; undefined where there is none. */
  plot(id: number): CityPlot | undefined {
    const known = this.plots.get(id);
    if (known) return known;
    for (let i = this.grounds.length - 1; i >= 0; i--) {
      const ground = this.grounds[i] as Ground;
      const place = ground.placeOf(id);
      if (place >= 0) return this.lay(id, ground, place);
      if (ground.decides(id)) return undefined;
    }
    return undefined;
  }

  /** Ids and digests of the parcels that have a part in a box (metres), in order of ids. */
  parcelsIn(box: Box): { id: number; digest: number }[] {
    const found: { id: number; digest: number }[] = [];
    for (const [i, ground] of this.grounds.entries()) {
      const newer = this.grounds.slice(i + 1);
      for (const place of ground.within(...box)) {
        const id = ground.packed.ids[place] as number;
        if (newer.some((other) => other.decides(id))) continue;
        found.push({ id, digest: ground.packed.digests[place] as number });
      }
    }
    return this.grounds.length > 1 ? found.sort((a, b) => a.id - b.id) : found;
  }

  /** Firms that stand on some parcels or, without a parcel, in a box of degrees. */
  firmsOn(parcels: readonly string[], [west, south, east, north]: Box): CaseFirm[] {
    const on = parcels.flatMap((id) => this.firmsOnParcel.get(id) ?? []);
    const near = this.firmsElsewhere.filter(({ location }) => {
      const [x, y] = location?.coordinates ?? [];
      return x !== undefined && y !== undefined && x >= west && x <= east && y >= south && y <= north;
    });
    return [...on, ...near].sort((a, b) => (a.uscc < b.uscc ? -1 : a.uscc > b.uscc ? 1 : 0));
  }

  /** All grounds as one. */
  merged(): PackedGround {
    return mergeGrounds(this.grounds);
  }

  /** What the city holds and weighs. */
  report(): { parcels: number; points: number; grounds: number; bytes: number; parks: number; plotsLaid: number } {
    const sum = (of: (ground: Ground) => number) => this.grounds.reduce((total, ground) => total + of(ground), 0);
    return {
      parcels: sum(({ packed }) => packed.ids.length),
      points: sum(({ packed }) => packed.degrees.length / 2),
      grounds: this.grounds.length,
      bytes: sum((ground) => ground.byteLength),
      parks: this.parks.size,
      plotsLaid: this.plots.size,
    };
  }

  private lay(id: number, ground: Ground, place: number): CityPlot {
    if (this.plots.size >= PLOTS_KEPT) this.plots.clear();
    const plot = new CityPlot(ground, place);
    this.plots.set(id, plot);
    return plot;
  }

  private learnParks({ changed, removed }: NonNullable<CityNews['parks']>): void {
    for (const id of removed) this.parks.delete(id);
    for (const park of changed) this.parks.set(park.id, park);
    this.official = new Set([...this.parks.values()].flatMap(({ official, members }) => (official ? members : [])));
  }

  private learnFirms(firms: readonly CaseFirm[]): void {
    this.firmsOnParcel = groupBy(
      firms.filter(({ plot }) => plot !== null),
      ({ plot }) => plot ?? '',
      (firm) => firm,
    );
    this.firmsElsewhere = firms.filter(({ plot }) => plot === null);
  }
}

function groupBy<T, V>(items: readonly T[], keyOf: (item: T) => string, read: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(read(item));
    else groups.set(keyOf(item), [read(item)]);
  }
  return groups;
}

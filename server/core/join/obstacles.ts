import type { Ruleset } from '../../../data/contract/ruleset';
import type { CityCrs } from '../fabric/city-crs';
import { indexOf, type Part, partsOf } from '../fabric/fabric';
import { type Box, boxOf } from '../fabric/shape';
import { isOwnOf } from '../pieces/own-parcels';
import { type Between, type LaidSurroundings, laySurroundings, type Surrounding } from '../pieces/surroundings';
import type { Ground } from './ground';

/** Which candidates are taken to be there. */
export type IsThere = (candidate: number) => boolean;

/** Something that keeps a gap from being bridged, unless it is the parcel of plots that are there. */
export interface Obstacle {
  readonly object: Surrounding;
  readonly isBarrier: boolean;
  /** A candidate without which the obstacle can never be the park's own parcel; null if there is no such one. */
  readonly needs: number | null;
  /** Whether it is the own parcel of the park with all its candidates: if not, it is nobody's of them. */
  readonly canBeOwn: boolean;
  /** Whether it is the own parcel of plots that are there, and so keeps nothing apart. */
  isOwn(isThere: IsThere): boolean;
}

type LaidPiece = ReturnType<LaidSurroundings['near']>[number];
export interface ObstaclePiece extends LaidPiece {
  readonly obstacle: Obstacle;
}

/** All that can keep the gaps around a park and its candidates from being bridged. */
export interface Obstacles {
  near(box: Box): ObstaclePiece[];
  /** Whether some piece whose box meets the box passes; it is the first that does at which the looking ends. */
  some(box: ArrayLike<number>, passes: (piece: ObstaclePiece) => boolean): boolean;
}

const nothing = { parts: [], index: null };

/** Lays out what lies around; what can be bridged is left out, for it decides nothing. */
export function layObstacles(
  between: Between,
  ground: Ground,
  reachMetres: number,
  crs: CityCrs,
  ruleset: Ruleset,
): Obstacles {
  const { gapRoles, ownParcelShare } = ruleset.rules.contiguity;
  const known = new Map<Surrounding, Obstacle>();
  const obstacleOf = (object: Surrounding): Obstacle => {
    const before = known.get(object);
    if (before) return before;
    const { kind, geometry, parts } = object;
    const isParcel =
      gapRoles.value[kind] === 'occupied' && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon');
    const parcel = isParcel ? partsOf({ id: '', geometry, parts }, crs) : [];
    const obstacle = new LaidObstacle(object, gapRoles.value[kind] === 'barrier', parcel, ground, ownParcelShare.value);
    known.set(object, obstacle);
    return obstacle;
  };
  const [west, south, east, north] = boxOf(ground.parts);
  const all = laySurroundings(between, nothing, crs, ruleset)
    .near([west - reachMetres, south - reachMetres, east + reachMetres, north + reachMetres])
    .filter(({ object }) => gapRoles.value[object.kind] !== 'bridgeable');
  const pieces: (ObstaclePiece | undefined)[] = [];
  const index = indexOf(all.map(({ shape }) => shape));
  const pieceAt = (place: number): ObstaclePiece => {
    const piece = all[place] as LaidPiece;
    pieces[place] ??= { ...piece, obstacle: obstacleOf(piece.object) };
    return pieces[place];
  };
  const some = (box: ArrayLike<number>, passes: (piece: ObstaclePiece) => boolean): boolean => {
    let isFound = false;
    const [w, s, e, n] = [box[0] as number, box[1] as number, box[2] as number, box[3] as number];
    index?.search(w, s, e, n, (place) => {
      isFound ||= passes(pieceAt(place));
      return false;
    });
    return isFound;
  };
  return { near: (box) => (index?.search(...box) ?? []).map(pieceAt), some };
}

/** An obstacle that works out whose parcel it is when it is first asked. */
class LaidObstacle implements Obstacle {
  private readonly answers = new Map<string, boolean>();
  private owning: { parts: Part[]; candidates: number[] } | null = null;
  private needed: number | null | undefined;
  private owned: boolean | undefined;

  constructor(
    readonly object: Surrounding,
    readonly isBarrier: boolean,
    private readonly parcel: readonly Part[],
    private readonly ground: Ground,
    private readonly ownShare: number,
  ) {}

  isOwn(isThere: IsThere): boolean {
    if (this.parcel.length === 0) return false;
    const { parts, candidates } = this.owners();
    const there = candidates.map((candidate) => candidate < 0 || isThere(candidate));
    const key = there.join();
    const before = this.answers.get(key);
    if (before !== undefined) return before;
    const near = parts.filter((_, place) => there[place]);
    const isOwn = isOwnOf(this.parcel, near, this.ownShare);
    this.answers.set(key, isOwn);
    return isOwn;
  }

  get canBeOwn(): boolean {
    this.owned ??= this.isOwn(() => true);
    return this.owned;
  }

  get needs(): number | null {
    if (this.needed === undefined) {
      const isNeeded = (one: number) => one >= 0 && !this.isOwn((other) => other !== one);
      this.needed = this.owners().candidates.find(isNeeded) ?? null;
    }
    return this.needed;
  }

  /** The parts whose boxes meet the parcel's, and whose they are (-1 = the park's). */
  private owners(): { parts: Part[]; candidates: number[] } {
    if (this.owning) return this.owning;
    const { parts, index, blobOf, candidateOf } = this.ground;
    const places = [...new Set(this.parcel.flatMap(({ box }) => index?.search(...box) ?? []))];
    this.owning = {
      parts: places.map((place) => parts[place] as Part),
      candidates: places.map((place) => candidateOf[blobOf[place] as number] as number),
    };
    return this.owning;
  }
}

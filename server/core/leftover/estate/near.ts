import Flatbush from 'flatbush';
import type { Box } from '../../fabric/shape';

/** Things with boxes on the plane, to be asked for by place. */
export interface Near<T> {
  /** Those whose boxes come within `metres` of a box, in their order. */
  within(box: Box, metres: number): T[];
}

/** Below so many things it is as quick to look at each of them. */
const FEW = 8;

/** Lays an index over things by their boxes (metres). */
export function layNear<T extends { readonly box: Box }>(things: readonly T[]): Near<T> {
  return things.length < FEW ? new NearFew(things) : new NearMany(things);
}

class NearFew<T extends { readonly box: Box }> implements Near<T> {
  constructor(private readonly things: readonly T[]) {}

  within([west, south, east, north]: Box, metres: number): T[] {
    return this.things.filter(
      ({ box }) =>
        west - metres <= box[2] && box[0] - metres <= east && south - metres <= box[3] && box[1] - metres <= north,
    );
  }
}

class NearMany<T extends { readonly box: Box }> implements Near<T> {
  private readonly index: Flatbush;

  constructor(private readonly things: readonly T[]) {
    this.index = new Flatbush(things.length);
    for (const { box } of things) this.index.add(box[0], box[1], box[2], box[3]);
    this.index.finish();
  }

  within([west, south, east, north]: Box, metres: number): T[] {
    const found = this.index.search(west - metres, south - metres, east + metres, north + metres);
    return found.sort((a, b) => a - b).map((place) => this.things[place] as T);
  }
}

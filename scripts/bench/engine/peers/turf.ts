import booleanIntersects from '@turf/boolean-intersects';
import { feature } from '@turf/helpers';
import lineOverlap from '@turf/line-overlap';
import type { Feature, Polygon } from 'geojson';
import { eachPairWithin, indexOf } from '../../../../server/core/fabric/fabric';
import { Groups } from '../../../../server/core/fabric/groups';
import { Contacts, type PieceCounts } from './answers';
import { type PeerPlot, parkRanges } from './peer-ground';

const kilometre = 1000;
const metresPerDegree = 111_320;
const radian = Math.PI / 180;

/** The plots as turf takes them: degrees. */
export function featuresOf(plots: readonly PeerPlot[]): Feature<Polygon>[] {
  return plots.map(({ part }) => {
    const coordinates = part.lonLat.map((ring) => ring.map((position) => [...position]));
    return feature<Polygon>({ type: 'Polygon', coordinates });
  });
}

/** Pieces of each park where plots that intersect are one; pairs come from the same index of boxes as ours. */
export function turfPieces(
  plots: readonly PeerPlot[],
  features: readonly Feature<Polygon>[],
  metres: number,
): PieceCounts {
  return parkRanges(plots).map(({ from, to }) => {
    const groups = new Groups(to - from);
    eachPair(plots, from, to, metres, (i, j) => {
      const [a, b] = [features[from + i], features[from + j]];
      if (a && b && !groups.same(i, j) && booleanIntersects(a, b)) groups.join(i, j);
    });
    return groups.members().length;
  });
}

/** Length of the overlap of outlines, as turf finds it within the snap. */
export function turfContacts(
  plots: readonly PeerPlot[],
  features: readonly Feature<Polygon>[],
  metres: number,
): Contacts {
  const contacts = new Contacts(plots.length);
  for (const { from, to } of parkRanges(plots)) {
    eachPair(plots, from, to, metres, (i, j) => {
      const [a, b] = [features[from + i], features[from + j]];
      if (!a || !b) return;
      const { features: common } = lineOverlap(a, b, { tolerance: metres / kilometre });
      const length = common.reduce((sum, line) => sum + lengthOf(line.geometry.coordinates), 0);
      if (length > 0) contacts.add(from + i, from + j, length);
    });
  }
  return contacts;
}

function eachPair(
  plots: readonly PeerPlot[],
  from: number,
  to: number,
  metres: number,
  visit: (i: number, j: number) => void,
): void {
  const parts = plots.slice(from, to).map(({ part }) => part);
  eachPairWithin(parts, indexOf(parts), metres, visit);
}

function lengthOf(line: readonly (readonly number[])[]): number {
  return line.slice(1).reduce((sum, [x = 0, y = 0], i) => {
    const [px = 0, py = 0] = line[i] ?? [];
    return sum + Math.hypot((x - px) * Math.cos(y * radian), y - py) * metresPerDegree;
  }, 0);
}

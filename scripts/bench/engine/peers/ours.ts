import { type ContactSettings, contactMetres } from '../../../../server/core/fabric/contact';
import {
  edgesSquared,
  edgeToBoxSquared,
  edgeToEdgeBoxSquared,
  isInside,
} from '../../../../server/core/fabric/distance';
import { eachPairWithin, indexOf } from '../../../../server/core/fabric/fabric';
import { Groups } from '../../../../server/core/fabric/groups';
import type { Shape } from '../../../../server/core/fabric/shape';
import { Contacts, type PieceCounts } from './answers';
import { type PeerPlot, parkRanges } from './peer-ground';

/** Pieces of each park where plots within so many metres are one. */
export function ourPieces(plots: readonly PeerPlot[], metres: number): PieceCounts {
  return parkRanges(plots).map(({ from, to }) => {
    const parts = plots.slice(from, to).map(({ part }) => part);
    const groups = new Groups(parts.length);
    eachPairWithin(parts, indexOf(parts), metres, (i, j) => {
      const [a, b] = [parts[i], parts[j]];
      if (a && b && !groups.same(i, j) && isWithin(a, b, metres)) groups.join(i, j);
    });
    return groups.members().length;
  });
}

/** Contact of all pairs of plots of one park. */
export function ourContacts(plots: readonly PeerPlot[], settings: ContactSettings): Contacts {
  const contacts = new Contacts(plots.length);
  for (const { from, to } of parkRanges(plots)) {
    const parts = plots.slice(from, to).map(({ part }) => part);
    eachPairWithin(parts, indexOf(parts), settings.snapMetres, (i, j) => {
      const [a, b] = [parts[i], parts[j]];
      const metres = a && b ? contactMetres(a, b, settings) : 0;
      if (metres > 0) contacts.add(from + i, from + j, metres);
    });
  }
  return contacts;
}

/** Whether two shapes come within so many metres: the same distances as everywhere, ended at the first that will do. */
function isWithin(a: Shape, b: Shape, metres: number): boolean {
  const limit = metres * metres;
  for (let i = 0; i < a.edges.length; i += 4) {
    if (edgeToBoxSquared(a.edges, i, b.box) > limit) continue;
    for (let j = 0; j < b.edges.length; j += 4) {
      if (edgeToEdgeBoxSquared(a.edges, i, b.edges, j) <= limit && edgesSquared(a.edges, i, b.edges, j) <= limit)
        return true;
    }
  }
  return isOn(a, b) || isOn(b, a);
}

const isOn = (a: Shape, b: Shape): boolean => isInside(a.edges[0] as number, a.edges[1] as number, b);

import { type ContactSettings, contactMetres } from '../../../../server/core/fabric/contact';
import { metresApart } from '../../../../server/core/fabric/distance';
import { eachPairWithin, indexOf } from '../../../../server/core/fabric/fabric';
import { Groups } from '../../../../server/core/fabric/groups';
import { Contacts, type PieceCounts } from './answers';
import { type PeerPlot, parkRanges } from './peer-ground';

/** Pieces of each park where plots within so many metres are one. */
export function ourPieces(plots: readonly PeerPlot[], metres: number): PieceCounts {
  return parkRanges(plots).map(({ from, to }) => {
    const parts = plots.slice(from, to).map(({ part }) => part);
    const groups = new Groups(parts.length);
    eachPairWithin(parts, indexOf(parts), metres, (i, j) => {
      const [a, b] = [parts[i], parts[j]];
      if (a && b && !groups.same(i, j) && metresApart(a, b, metres) < Infinity) groups.join(i, j);
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

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Areal, surroundingKind } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import type { GapRuling } from '../core/pieces/judge-gap';
import type { Surrounding } from '../core/pieces/surroundings';
import { type CaseFirm, listCaseFirms } from '../db/parks/list-case-firms';
import { listGapRulings } from '../db/parks/list-gap-rulings';
import { listMembers, type Member } from '../db/parks/list-members';
import { listNeighbours, type Neighbour, type NeighbourReach } from '../db/parks/list-neighbours';
import { listCorridors, readSettings } from '../db/parks/list-surroundings';
import { type CaseOf, PICKED } from '../db/parks/park-ground';
import type { Queryable } from '../db/pool';

/** Everything about one park that its verdicts are computed from: plain values, the same that a caller may send. */
export interface ParkCase {
  park: string;
  members: Member[];
  /** Null where nobody knows what lies between the plots. */
  between: Surrounding[] | null;
  redLine: Areal | null;
  rulings: GapRuling[];
  /** With yearly output: for the core only. */
  firms: CaseFirm[];
  /** Other people's parcels beside the park: what may be leftover plots. */
  beside: { id: string; number: string; free: boolean; geometry: Areal }[];
  /** Corridors and planning edges near by; null where they are not known to be complete. */
  edges: Surrounding[] | null;
}

const ruled = z.object({ plots: z.tuple([z.string(), z.string()]), holds: z.array(surroundingKind) });
/** Leftover plots are looked at with what lies within this distance; nothing is measured with it. */
const NEAR_METRES = 150;
/** The ground of a gap bulges out of the hull of its pieces by less than this. */
const BULGE_METRES = 25;

/** Loads the cases of saved parks, or of picked parcels as one park, in six statements however many there are. */
export async function loadParkCases(db: Queryable, of: CaseOf, ruleset: Ruleset): Promise<ParkCase[]> {
  const { snapMetres, maxGapMetres } = ruleset.rules.contiguity;
  const reach: NeighbourReach = {
    besideMetres: maxGapMetres.value + snapMetres.value,
    hullMetres: BULGE_METRES,
    // Two surveys may each be off by the snap.
    errorMetres: 2 * snapMetres.value,
  };
  const settings = await readSettings(db, of, BULGE_METRES);
  const members = groupByPark(await listMembers(db, of));
  const neighbours = groupByPark(await listNeighbours(db, of, reach));
  const corridors = groupByPark(await listCorridors(db, of, NEAR_METRES));
  const firms = groupByPark(await listCaseFirms(db, of));
  const rulings = groupByPark('parks' in of ? await listGapRulings(db, of.parks) : []);
  return settings.map(({ park, covered, redLine }) => {
    const edges = (corridors.get(park) ?? []).map(
      ({ id, kind, widthMetres, geometry }): Surrounding => ({
        id,
        kind,
        geometry,
        ...(widthMetres !== null && { widthMetres }),
      }),
    );
    const others = neighbours.get(park) ?? [];
    return {
      park,
      members: members.get(park) ?? [],
      between: covered ? [...edges, ...others.map(asObject)] : null,
      redLine,
      rulings: (rulings.get(park) ?? []).flatMap(({ claim }) => ruled.safeParse(claim).data ?? []),
      firms: firms.get(park) ?? [],
      beside: others
        .filter(({ beside }) => beside)
        .map(({ id, number, free, geometry }) => ({ id, number, free, geometry })),
      edges: covered ? edges : null,
    };
  });
}

/** The case of one saved park, or of picked parcels. */
export async function loadParkCase(db: Queryable, of: CaseOf, ruleset: Ruleset): Promise<ParkCase | null> {
  const [found] = await loadParkCases(db, of, ruleset);
  return found && found.members.length > 0 ? found : null;
}

/** Names the inputs of a case: equal inputs under equal rules give the same name, in whichever process. */
export function caseVersion(parkCase: ParkCase, ruleset: Ruleset): string {
  const { park, ...inputs } = parkCase;
  const named = park === PICKED ? inputs : parkCase;
  return createHash('sha256')
    .update(JSON.stringify([ruleset.id, named]))
    .digest('base64url')
    .slice(0, 24);
}

/** A parcel of others as an object in a gap. */
function asObject({ id, core }: Neighbour): Surrounding {
  return { id, kind: 'parcel', geometry: core };
}

function groupByPark<T extends { park: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.park);
    if (group) group.push(row);
    else groups.set(row.park, [row]);
  }
  return groups;
}

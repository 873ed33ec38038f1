import type { Db } from '../../../server/db/pool';
import { bump } from '../../../server/operations/perform';
import type { Measured } from '../table';
import type { CityDatabase } from './city-database';
import { once } from './clock';
import type { Resident } from './resident';

/** The park whose data change. */
const park = '2';

/** What an edit cost: time until the verdict rests on it, and what else moved. */
interface Edited {
  readonly ms: number;
  /** Parks whose inputs are others than before. */
  readonly parksMoved: number;
  readonly parcelsReadAgain: boolean;
}

/** Edits a park and a parcel behind the engine's back, as another process would, and asks for the verdict at once. */
export async function editAndAsk(
  city: CityDatabase,
  resident: Resident,
): Promise<{ rows: Measured[]; notes: string[] }> {
  const { db } = city;
  const member = await edited(city, resident, () => dropMember(db));
  const parcel = await edited(city, resident, () => moveParcel(db));
  const row = (what: string, { ms }: Edited): Measured => ({ what, ours: ms, peer: null, unit: 'ms', aim: null });
  return {
    rows: [
      row("a park's plots changed: until its verdict is current", member),
      row('a parcel changed: until the verdict of its park is current', parcel),
    ],
    notes: [sayEdited("a park's plots changed", member, city), sayEdited('a parcel changed', parcel, city)],
  };
}

async function edited(city: CityDatabase, resident: Resident, edit: () => Promise<void>): Promise<Edited> {
  const { engine, asked } = resident;
  const before = await versions(city, resident);
  const known = await engine.ask('judge', { parks: [park] }, asked);
  const { full } = (await engine.report()).loads;
  await edit();
  const { ms, answer } = await once(() => engine.ask('judge', { parks: [park] }, asked));
  if (!answer || answer.inputVersion === known?.inputVersion) throw new Error('the verdict does not rest on the edit');
  const after = await versions(city, resident);
  return {
    ms,
    parksMoved: after.filter((version, i) => version !== before[i]).length,
    parcelsReadAgain: (await engine.report()).loads.full !== full,
  };
}

const versions = ({ parks }: CityDatabase, { engine, ruleset }: Resident) =>
  engine.askEach('version', parks, { ruleset });

async function dropMember(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    const values = [park];
    await tx.query({
      text: 'delete from park_member where park = $1 and parcel = (select max(parcel) from park_member where park = $1)',
      values,
    });
    await tx.query({ text: 'update park set version = version + 1, changed_at = now() where id = $1', values });
    await bump(tx, ['parks']);
  });
}

async function moveParcel(db: Db): Promise<void> {
  const text = `update parcel set geom = st_translate(geom, 0.0000005, 0), changed_at = now()
                where id = (select min(parcel) from park_member where park = $1)`;
  await db.transaction(async (tx) => {
    await tx.query({ text, values: [park] });
    await bump(tx, ['parcels']);
  });
}

function sayEdited(what: string, { parksMoved, parcelsReadAgain }: Edited, { parks }: CityDatabase): string {
  const reread = parcelsReadAgain ? 'all parcels were read again' : 'nothing but the change was read';
  return `${what}: inputs of ${parksMoved} of ${parks.length} parks moved, ${reread}`;
}

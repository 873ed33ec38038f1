import { z } from 'zod';
import { areal, linearOrAreal, surroundingKind } from '../../../data/contract';
import { type JoinInput, joinPark, openJoining } from '../../../server/core/join';
import { openNative } from '../../../server/db/native';
import type { Db } from '../../../server/db/pool';
import { geoJsonSql } from '../../../server/db/row-types';
import { readRulesets } from '../../../server/rules';
import { leastOf, once } from './clock';

/** What the searches for a joining set came to. */
interface Joined {
  readonly firstMs: number;
  /** The quickest of further searches. */
  readonly againMs: number;
  /** The same with the next-best set for each chosen plot. */
  readonly withAlternativesMs: number;
  readonly candidates: number;
  readonly plots: number;
  readonly proved: boolean;
  readonly possible: boolean;
}

const plot = z.object({ id: z.string(), geometry: areal });
const corridor = z.object({ id: z.string(), kind: surroundingKind, widthMetres: z.number(), geometry: linearOrAreal });
const rounds = 3;
const reachDegrees = 0.002;

/** Joins one park of the database named in the environment, in a process that may be ended: `join-once.ts <park> <candidates>`. */
async function joinOnce(park: string, count: number): Promise<Joined> {
  const opened = await openNative(process.env.DATABASE_URL ?? '', { deadlineMs: 60_000 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const ruleset = readRulesets().current;
  const input = await readInput(opened.db, park, count, ruleset.rules.contiguity.edgeErrorMetres?.value ?? 0);
  await opened.db.close();
  const seek = () => openJoining(input, ruleset).lightest();
  const { ms: firstMs, answer } = await once(seek);
  const { ms: againMs } = await leastOf(rounds, seek);
  const { ms: withAlternativesMs } = await once(() => joinPark(input, ruleset));
  const { plots, proved, possible } = answer;
  return {
    firstMs,
    againMs,
    withAlternativesMs,
    candidates: input.plots.length,
    plots: plots.length,
    proved,
    possible,
  };
}

/** The park, the parcels nearest to it that are nobody's plots, and all that lies between: those parcels and the streets. */
async function readInput(db: Db, park: string, count: number, edgeErrorMetres: number): Promise<JoinInput> {
  const members = await db.query(
    {
      text: `select p.id::text as id, ${geoJsonSql('p.geom')} as geometry
             from park_member m join parcel p on p.id = m.parcel where m.park = $1 order by p.id`,
      values: [park],
    },
    plot,
  );
  const candidates = await db.query(
    {
      text: `select p.id::text as id, ${geoJsonSql('p.geom')} as geometry from parcel p
             where not exists (select from park_member m where m.parcel = p.id)
             order by p.geom <-> (select geom from park where id = $1), p.id limit $2`,
      values: [park, count],
    },
    plot,
  );
  const corridors = await db.query(
    {
      text: `select c.id::text as id, c.kind, c.width_metres as "widthMetres", ${geoJsonSql('c.geom')} as geometry
             from corridor c join park k on c.geom && st_expand(k.geom, $2) where k.id = $1 order by c.id`,
      values: [park, reachDegrees],
    },
    corridor,
  );
  const parcels = candidates.map((candidate) => ({ ...candidate, kind: 'parcel' as const, edgeErrorMetres }));
  return { park: members, plots: candidates, between: [...corridors, ...parcels] };
}

const [park = '', count] = process.argv.slice(2);
const joined = await joinOnce(park, Number(count));
process.stdout.write(JSON.stringify(joined));

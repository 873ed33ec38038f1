import type { Ruleset } from '../../../../data/contract/ruleset';
import { contiguitySettings } from '../../../../server/core/pieces/settings';
import type { Db } from '../../../../server/db/pool';
import type { Findings } from '../../table';
import { leastOf, once, type Timed } from '../clock';
import { type Contacts, compareContacts, type Disagreement, differingPieces, type PieceCounts } from './answers';
import { askGeopandas } from './geopandas';
import { openGeos } from './geos';
import { ourContacts, ourPieces } from './ours';
import { type PeerPlot, readPeerGround } from './peer-ground';
import { layForPostgis, postgisContacts, postgisPieces } from './postgis';
import { featuresOf, turfContacts, turfPieces } from './turf';

const rounds = 5;
/** Peers that take seconds are asked twice. */
const slowRounds = 2;
/** Turf gets the plots of so many parks only, so that it ends; its time is given for as many plots as ours. */
const turfParks = 3;
/** The boundary within the snap, the slow right way in PostGIS, is held against ours on so many parks. */
const oracleParks = 20;
/** A park's number is below this. */
const everyPark = 2 ** 31 - 1;
const aims = { clusters: 1, intersection: 10, geopandas: 50 };

interface Ours {
  readonly pieces: Timed<PieceCounts>;
  readonly contacts: Timed<Contacts>;
}

/** Asks ours and the peers the same two questions about all plots of all parks: which are one, and how much boundary adjoining ones share. */
export async function comparePeers(db: Db, ruleset: Ruleset): Promise<Findings> {
  const { settings } = contiguitySettings(ruleset);
  const metres = settings.snapMetres;
  const plots = await readPeerGround(db, ruleset);
  const ours: Ours = {
    pieces: await leastOf(rounds, () => ourPieces(plots, metres)),
    contacts: await leastOf(rounds, () => ourContacts(plots, settings)),
  };
  const table = openComparison(plots, ours, metres);
  await layForPostgis(db, plots);
  table.pieces('ST_ClusterDBSCAN', await leastOf(rounds, () => postgisPieces(db, metres)), aims.clusters);
  const exact = await leastOf(slowRounds, () => postgisContacts(db, 'exact', metres, everyPark, plots.length));
  table.contacts('ST_Intersection of boundaries', exact, aims.intersection);
  const right = await once(() => postgisContacts(db, 'within-snap', metres, oracleParks, plots.length));
  table.agree(`ST_Intersection with the boundary grown by the snap, ${oracleParks} parks`, right.answer, oracleParks);
  const geos = await openGeos(plots);
  table.pieces('geos-wasm, distance within', await leastOf(rounds, () => geos.pieces(metres)), null);
  table.contacts('geos-wasm, intersection', await leastOf(slowRounds, () => geos.contacts(metres)), null);
  geos.close();
  await compareTurf(plots, table, metres);
  const geopandas = await askGeopandas(plots, metres);
  if (geopandas) {
    table.pieces(geopandas.name, { ms: geopandas.piecesMs, answer: geopandas.pieces }, aims.geopandas);
    table.contacts(geopandas.name, { ms: geopandas.contactsMs, answer: geopandas.contacts }, aims.geopandas);
  } else table.missing.push({ what: 'GeoPandas', because: 'python3-geopandas is not installed on this machine' });
  return table;
}

async function compareTurf(plots: readonly PeerPlot[], table: Comparison, metres: number): Promise<void> {
  const some = plots.filter(({ park }) => park <= turfParks);
  const features = featuresOf(some);
  const scale = plots.length / some.length;
  const named = (what: string) => `turf ${what}, ${some.length} plots, scaled per plot`;
  const pieces = await leastOf(slowRounds, () => turfPieces(some, features, metres));
  table.pieces(named('booleanIntersects'), { ms: pieces.ms * scale, answer: pieces.answer }, null);
  const contacts = await once(() => turfContacts(some, features, metres));
  table.contacts(named('lineOverlap'), { ms: contacts.ms * scale, answer: contacts.answer }, null, turfParks);
}

type Asked<T> = Pick<Timed<T>, 'ms' | 'answer'>;
interface Comparison extends Findings {
  pieces(name: string, peer: Asked<PieceCounts>, times: number | null): void;
  contacts(name: string, peer: Asked<Contacts>, times: number | null, lastPark?: number): void;
  agree(name: string, answer: Contacts, lastPark: number): void;
}

/** Ways of measuring may part by a snap at each end of a stretch; two plots seldom share more than two stretches. */
const endsAtMost = 4;

function openComparison(plots: readonly PeerPlot[], ours: Ours, metres: number): Comparison {
  const compared: Findings = { rows: [], missing: [], notes: [] };
  const parks = new Set(plots.map(({ park }) => park)).size;
  const ground = `${plots.length.toLocaleString('en')} plots of ${parks} parks`;
  const row = (what: string, own: number, name: string, ms: number, times: number | null): void => {
    const aim =
      times === null
        ? null
        : { text: times === 1 ? 'never slower' : `${times} times faster`, reached: own * times <= ms };
    compared.rows.push({ what, ours: own, peer: { name, value: ms }, unit: 'ms', aim });
  };
  const agree = (name: string, answer: Contacts, lastPark: number): void => {
    const tolerance = endsAtMost * metres;
    const found = compareContacts(ours.contacts.answer, answer, tolerance, (i) => (plots[i]?.park ?? 0) <= lastPark);
    compared.notes.push(`${name}: ${sayDisagreement(found, tolerance)}`);
  };
  return {
    ...compared,
    agree,
    pieces: (name, { ms, answer }, times) => {
      row(`which plots are one within ${metres} m, ${ground}`, ours.pieces.ms, name, ms, times);
      const differing = differingPieces(ours.pieces.answer, answer);
      compared.notes.push(`${name}: other piece counts in ${differing} of ${answer.length} parks`);
    },
    contacts: (name, { ms, answer }, times, lastPark = everyPark) => {
      const pairs = ours.contacts.answer.pairs.toLocaleString('en');
      row(`common boundary of ${pairs} adjoining pairs, ${ground}`, ours.contacts.ms, name, ms, times);
      agree(name, answer, lastPark);
    },
  };
}

function sayDisagreement({ pairs, share, metresShare, widestMetres }: Disagreement, tolerance: number): string {
  const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
  return `common boundary differs by more than ${tolerance} m in ${percent(share)} of ${pairs.toLocaleString('en')} pairs, ${percent(metresShare)} of our metres in all, by ${widestMetres.toFixed(1)} m at most`;
}

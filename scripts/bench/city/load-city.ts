import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Db, Tx } from '../../../server/db/pool';
import { findServer } from '../../native/cluster.mjs';
import { BinaryRows } from './binary-rows';
import { type BenchCity, type BenchParcel, inventCity } from './city';
import { inventFirms } from './firms';
import type { CityRecipe } from './recipe';
import { citySource, citySrid, writeCorridors, writeFirms, writeParks } from './write-around';

/** What was loaded, by id of the park. */
export interface LoadedCity {
  readonly parcels: number;
  readonly plotsOfPark: ReadonlyMap<number, readonly number[]>;
  /** Seconds it took to invent and copy the parcels, and all the rest of the loading. */
  readonly seconds: { readonly copy: number; readonly rest: number };
}

const chunkBytes = 1 << 20;
const columns =
  'id, number, unit_basis, use_group, status, tenure, price_cny, area_square_metres, area_planar_square_metres, planar_crs, geom, source, sample';
const columnCount = columns.split(',').length;

/**
 * Invents a city and brings it into an empty, migrated native database: parcels by binary COPY, with the indexes built
 * after them and without triggers, so that no change is noted for anybody who might hold an older state.
 */
export async function loadCity(db: Db, url: string, recipe: CityRecipe): Promise<LoadedCity> {
  const began = performance.now();
  const city = inventCity(recipe);
  await writeSource(db);
  const indexes = await dropIndexes(db);
  const plotsOfPark = new Map<number, number[]>();
  await copyParcels(url, city, plotsOfPark);
  const copied = performance.now();
  for (const definition of indexes) await run(db, definition);
  await run(db, `select setval(pg_get_serial_sequence('parcel', 'id'), ${recipe.parcels})`);
  await db.transaction(async (tx) => {
    await writeParks(tx, city, plotsOfPark);
    await writeFirms(tx, inventFirms(recipe, plotsOfPark));
    await writeCorridors(tx, city);
    await run(tx, 'update layer_version set version = version + 1');
  });
  await run(db, 'vacuum analyze');
  const seconds = { copy: (copied - began) / 1000, rest: (performance.now() - copied) / 1000 };
  return { parcels: recipe.parcels, plotsOfPark, seconds };
}

async function copyParcels(url: string, city: BenchCity, plotsOfPark: Map<number, number[]>): Promise<void> {
  const psql = openCopy(url);
  const rows = new BinaryRows();
  for (const block of city.blocks()) {
    for (const parcel of block) {
      writeParcel(rows, parcel);
      if (parcel.park !== null) plotsOf(plotsOfPark, parcel.park).push(parcel.id);
    }
    if (rows.length > chunkBytes) await send(psql, rows.take());
  }
  rows.end();
  await send(psql, rows.take());
  psql.stdin?.end();
  const [code] = psql.exitCode === null ? await once(psql, 'exit') : [psql.exitCode];
  if (code !== 0) throw new Error('the parcels could not be copied');
}

function openCopy(url: string): ChildProcess {
  const command = `copy parcel (${columns}) from stdin with (format binary)`;
  const quiet = 'set session_replication_role = replica';
  const args = [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', quiet, '-c', command];
  return spawn(join(findServer() ?? '', 'psql'), args, { stdio: ['pipe', 'ignore', 'inherit'] });
}

async function send({ stdin, exitCode }: ChildProcess, bytes: Buffer): Promise<void> {
  if (!stdin || exitCode !== null) throw new Error('psql ended before all parcels were copied');
  if (!stdin.write(bytes)) await once(stdin, 'drain');
}

function writeParcel(rows: BinaryRows, parcel: BenchParcel): void {
  rows.row(columnCount);
  rows.bigint(parcel.id);
  rows.text(parcel.number);
  rows.text('none');
  rows.text('industrial');
  rows.text(parcel.status);
  rows.text(parcel.tenure);
  rows.tenThousands(parcel.priceTenThousandCny);
  rows.double(parcel.areaSquareMetres);
  rows.double(parcel.planarSquareMetres);
  rows.text(parcel.planarCrs);
  rows.multiPolygon(parcel.rings, citySrid);
  rows.text(citySource);
  rows.boolean(true);
}

function plotsOf(plotsOfPark: Map<number, number[]>, park: number): number[] {
  const known = plotsOfPark.get(park) ?? [];
  plotsOfPark.set(park, known);
  return known;
}

async function writeSource(db: Db): Promise<void> {
  const title = { zh: '测速用城市（虚构）', en: 'City for measuring speed (invented)' };
  await db.query({
    text: `insert into source (id, title, publisher, licence, crs, coverage, sample)
           values ($1, $2, '园图', 'CC0 1.0', 'EPSG:4490', $2, true)`,
    values: [citySource, JSON.stringify(title)],
  });
}

/** Indexes that no constraint needs are built faster after the rows than along with them. */
async function dropIndexes(db: Db): Promise<string[]> {
  const text = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
                where indrelid = 'parcel'::regclass and not indisunique`;
  const indexes = await db.query<{ name: string; definition: string }>({ text });
  for (const { name } of indexes) await run(db, `drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

const run = (db: Db | Tx, text: string): Promise<unknown> => db.query({ text }, null, { deadlineMs: 0 });

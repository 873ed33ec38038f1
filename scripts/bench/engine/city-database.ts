import { migrate } from '../../../server/db/migrate';
import { openNative } from '../../../server/db/native';
import type { Db } from '../../../server/db/pool';
import { loadFacts } from '../../load-facts';
import { type LoadedCity, loadCity } from '../city/load-city';
import { type CityRecipe, recipeOf } from '../city/recipe';

/** A native database of its own that holds a city of a given size. */
export interface CityDatabase {
  readonly db: Db;
  readonly url: string;
  readonly recipe: CityRecipe;
  readonly city: LoadedCity;
  /** Numbers of all parks, as the engine is asked for them. */
  readonly parks: readonly string[];
  /** Closes the database and drops it. */
  close(): Promise<void>;
}

const deadlineMs = 120_000;
const quiet = (): void => undefined;

/** Makes a database in a cluster, brings its tables up to date and loads the facts of the plan and a city into it. */
export async function openCityDatabase(clusterUrl: string, parcels: number): Promise<CityDatabase> {
  const recipe = recipeOf(parcels);
  const name = `city_${parcels}`;
  await inCluster(clusterUrl, `drop database if exists ${name}`);
  await inCluster(clusterUrl, `create database ${name}`);
  const url = Object.assign(new URL(clusterUrl), { pathname: `/${name}` }).href;
  const db = await open(url);
  const moved = await migrate(db);
  if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  await loadFacts(db, quiet);
  const city = await loadCity(db, url, recipe);
  const close = async (): Promise<void> => {
    await db.close();
    await inCluster(clusterUrl, `drop database ${name} with (force)`);
  };
  return { db, url, recipe, city, parks: [...city.plotsOfPark.keys()].sort((a, b) => a - b).map(String), close };
}

async function inCluster(clusterUrl: string, text: string): Promise<void> {
  const db = await open(clusterUrl);
  await db.query({ text });
  await db.close();
}

async function open(url: string): Promise<Db> {
  const opened = await openNative(url, { deadlineMs });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.db;
}

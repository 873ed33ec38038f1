import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openNative } from '../../server/db/native';
import type { Db } from '../../server/db/pool';
import { type Contents, fill, templateName } from './template';

const prefix = 'yuantu_test_';
/** One process makes a template, the others wait for it. */
const lockKey = 20_251_124;

/** The server that native tests run on. */
export function nativeUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      'Native tests need DATABASE_URL; `node scripts/native.mjs <command>` runs one with a cluster of its own',
    );
  return url;
}

/** Makes a database of the caller's own out of a template; answers its address and what drops it. */
export async function createNative(contents: Contents): Promise<{ url: string; drop(): Promise<void> }> {
  const template = prefix + (await templateName(contents));
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [lockKey]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) await makeTemplate(admin, template, contents);
    await admin.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(name),
    drop: () => asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`)),
  };
}

/** Drops whatever test databases are left on the server. */
export async function dropNativeTests(): Promise<void> {
  await asAdmin(async (admin) => {
    const { rows } = await admin.query('select datname from pg_database where starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
  });
}

/** Opens a native database, or says why not. */
export async function openNativeTest(url: string, deadlineMs: number): Promise<Db> {
  const opened = await openNative(url, { deadlineMs, poolSize: 4 });
  if (!opened.ok) throw new Error(`the native database could not be opened: ${JSON.stringify(opened.refusal)}`);
  return opened.db;
}

/** Filled under a draft name, so that a broken run leaves no half template behind. */
async function makeTemplate(admin: Client, template: string, contents: Contents): Promise<void> {
  const draft = `${prefix}draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft}`);
  const db = await openNativeTest(urlOf(draft), 0);
  try {
    await fill(db, contents);
  } finally {
    await db.close();
  }
  await admin.query(`alter database ${draft} rename to ${template}`);
}

async function asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: nativeUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(nativeUrl());
  url.pathname = `/${database}`;
  return url.href;
}

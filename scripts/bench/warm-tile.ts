import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from '../../server/app';
import type { Config } from '../../server/config';
import type { Db } from '../../server/db/pool';
import type { Rulesets } from '../../server/rules';
import { fullestTiles } from './cold-tiles';
import { serveByNginx } from './nginx';
import { untilQuiet } from './quiet';
import { requestRate } from './request-rate';
import type { Measured } from './table';

const zoom = 15;
const aimedShare = 0.5;

/** How many requests a second one warm tile is answered, against nginx serving the same bytes from a file. */
export async function benchWarmTile(parts: { db: Db; rulesets: Rulesets; config: Config }): Promise<Measured[]> {
  const [tile] = await fullestTiles(parts.db, zoom);
  if (!tile) return [];
  const app = await buildApp(parts);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  await untilQuiet();
  const path = `/tiles/parcels/${tile.zoom}/${tile.x}/${tile.y}`;
  const first = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } });
  const url = `${address}${path}?v=${first.headers['x-tile-version']}`;
  const nginx = await serveByNginx(first.rawPayload);
  try {
    const ours = await requestRate(url);
    const theirs = nginx && (await requestRate(nginx.url));
    const bare = await rateOfBareNode(first.rawPayload);
    const kilobytes = (first.rawPayload.length / 1024).toFixed(1);
    const what = `warm tile of ${kilobytes} KB, 32 connections`;
    const unit = 'requests/s';
    const nginxRow: Measured = {
      what,
      ours,
      peer: theirs === null ? null : { name: 'nginx, one worker, file', value: theirs },
      unit,
      aim: theirs === null ? null : { text: 'at least half', reached: ours >= aimedShare * theirs },
    };
    return [nginxRow, { what, ours, peer: { name: 'bare node:http, same bytes', value: bare }, unit, aim: null }];
  } finally {
    await nginx?.stop();
    await app.close();
  }
}

/** The ceiling of one Node process: the same bytes with no application behind them. */
async function rateOfBareNode(body: Buffer): Promise<number> {
  const headers = { 'content-type': 'application/vnd.mapbox-vector-tile', 'content-length': body.length };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const rate = await requestRate(`http://127.0.0.1:${port}/`);
  server.close();
  server.closeAllConnections();
  return rate;
}

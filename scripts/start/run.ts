import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Named } from '../../data/contract/vocabulary';
import { startupLine } from '../../data/words/startup';
import { readConfig } from '../../server/config';
import type { Progress } from '../../server/db/pool';
import { type OpenServer, openServer } from '../../server/main';
import { buildPage } from './build-page';
import { loadMissing } from './load';

interface Door {
  server: Server;
  url: string;
  show(handler: (request: IncomingMessage, response: ServerResponse) => void): void;
}
interface Start {
  door: Door;
  root: string;
  tell: Progress;
  /** Says why nothing can be started and ends the process. */
  refuse(line: Named): void;
}

const closePatienceMs = 10_000;
/** What is under way after that is given up; the next start takes it up again. */
const exitPatienceMs = 30_000;

/** Starts everything behind the open door: database and page side by side, then hands the door over. */
export async function run({ door, root, tell, refuse }: Start): Promise<void> {
  const read = readConfig(process.env, root);
  if (!read.ok) {
    const list = read.issues.map(({ setting, message }) => `${setting}: ${message}`).join('; ');
    return refuse(startupLine('setting-invalid', { list }));
  }
  const { config } = read;
  const page = buildPage(root, config.clientFolder, () => tell(startupLine('building-page')));
  // The application looks for the built page when it is put together.
  const opened = await openServer(config, tell, async (db) => {
    await loadMissing(db, root, tell);
    await page;
  });
  if (!opened.ok) return refuse(opened.line);
  closeOnSignal(door.server, opened.server, tell);
  if (!(await page)) {
    await opened.server.close();
    return refuse(startupLine('page-failed'));
  }
  door.show(opened.server.handle);
  tell(startupLine('ready', { seconds: process.uptime().toFixed(1), url: door.url }));
}

/** The first signal lets requests finish; a second one does not wait. */
function closeOnSignal(door: Server, server: OpenServer, tell: Progress): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) process.exit(1);
    closing = true;
    tell(startupLine('stopping'));
    const closed = new Promise((resolve) => door.close(resolve));
    server.leave();
    door.closeIdleConnections();
    setTimeout(() => door.closeAllConnections(), closePatienceMs).unref();
    setTimeout(() => process.exit(0), exitPatienceMs).unref();
    await closed;
    await server.close();
    tell(startupLine('stopped'));
    process.exit(0);
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

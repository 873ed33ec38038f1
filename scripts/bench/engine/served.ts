import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { changePark, joinParkPlots, previewPark, readPark, readParkVerdict } from '../../../data/contract';
import type { Findings, Measured } from '../table';
import type { CityDatabase } from './city-database';
import { once, percentile } from './clock';
import { drawingRows, growPark, reached } from './drawing';
import { watchHealth } from './health';
import { type CityServer, startServer } from './server';

const pollMs = 250;
const memoryAimMegabytes = 1000;

/** Measures the server as a process of its own: health while it works, drawing through HTTP, an edit, its memory. */
export async function measureServed(
  city: CityDatabase,
  plots: readonly string[],
  atATime: number,
  root: string,
): Promise<Partial<Findings>> {
  const server = await startServer(city.url, root);
  try {
    const behindStart = watchHealth(server.url);
    const caughtUp = await once(() => untilCaughtUp(city));
    const health = [
      await behindStart.stop('all verdicts, all leftover plots and all blocks made anew behind the start'),
    ];
    const drawn = watchHealth(server.url);
    const { rows, notes } = await draw(server, plots, atATime);
    health.push(await drawn.stop('the drawing'));
    const joined = await joinSaved(server);
    const edit = await editDraft(city, server);
    return {
      rows: [
        { what: 'everything made anew behind the start', ours: caughtUp.ms / 1000, peer: null, unit: 's', aim: null },
        ...health.map(({ row }) => row),
        ...rows,
        ...joined,
        edit.row,
        memoryRow(city, server),
      ],
      notes: [...health.map(({ note }) => note), ...notes, edit.note],
    };
  } finally {
    await server.stop();
  }
}

/** The server is at rest when each park has been looked at and the blocks are those of the parcels. */
async function untilCaughtUp({ db, parks }: CityDatabase): Promise<void> {
  const text = `select (select count(*) from park_look) as looked,
    (select count(*) from parcel_block_version b join layer_version v on v.layer = 'parcels' and v.version = b.parcels) as blocks`;
  for (;;) {
    const [found] = await db.query({ text }, z.object({ looked: z.number(), blocks: z.number() }));
    if (found && found.looked >= parks.length && found.blocks > 0) return;
    await pause(pollMs);
  }
}

async function draw(
  server: CityServer,
  plots: readonly string[],
  atATime: number,
): Promise<{ rows: Measured[]; notes: string[] }> {
  await server.elapsed();
  const seen = await growPark(plots, atATime, (parcels) => server.post(previewPark.path, { parcels }));
  const elapsed = (await server.elapsed()).map(([, ms]) => ms).slice(-seen.length);
  return {
    rows: drawingRows(
      `one park while drawing, 1 to ${reached(seen, atATime)} plots, POST ${previewPark.path}, server time`,
      elapsed,
    ),
    notes: [
      `drawing as the caller sees it: half within ${percentile(seen, 0.5).toFixed(1)} ms, 95 % within ${percentile(seen, 0.95).toFixed(1)} ms`,
    ],
  };
}

/** Asks for the joining sets of the parks in five and in ten pieces over HTTP, among what lies free in and around them. */
async function joinSaved(server: CityServer): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [park, pieces] of [
    ['2', 5],
    ['3', 10],
  ] as const) {
    const { ms, answer } = await once(() => server.post(joinParkPlots.path, { of: { park } }));
    const { candidates, plots } = joinParkPlots.response.parse(answer);
    const what = `POST ${joinParkPlots.path}, park in ${pieces} pieces, ${candidates} plots free around it, ${plots.length} chosen, both verdicts included`;
    rows.push({ what, ours: ms, peer: null, unit: 'ms', aim: null });
  }
  return rows;
}

/** Takes a plot out of a draft park over HTTP, waits for the verdict, and counts the parks that were looked at anew. */
async function editDraft({ db }: CityDatabase, server: CityServer): Promise<{ row: Measured; note: string }> {
  const [draft] = await db.query(
    { text: "select id::text from park where kind = 'draft' order by id limit 1" },
    z.object({ id: z.string() }),
  );
  if (!draft) throw new Error('the city has no draft park');
  const pathOf = (path: string) => path.replace(':id', draft.id);
  const { version, members } = readPark.response.parse(await server.get(pathOf(readPark.path)));
  const before = await countAssessments(db);
  const body = { version, parcels: members.slice(1).map(({ id }) => id) };
  const { ms } = await once(async () => {
    await server.post(pathOf(changePark.path), body, 'PATCH');
    return readParkVerdict.response.parse(await server.get(pathOf(readParkVerdict.path)));
  });
  const looked = (await countAssessments(db)) - before;
  return {
    row: {
      what: `a draft park of ${members.length} plots edited over HTTP: until its verdict is read anew`,
      ours: ms,
      peer: null,
      unit: 'ms',
      aim: null,
    },
    note: `an edit over HTTP: ${looked} park looked at anew`,
  };
}

async function countAssessments(db: CityDatabase['db']): Promise<number> {
  const [found] = await db.query({ text: 'select count(*) as count from assessment' }, z.object({ count: z.number() }));
  return found?.count ?? 0;
}

function memoryRow({ city }: CityDatabase, server: CityServer): Measured {
  const { now, most } = server.memory();
  return {
    what: `memory of the server after all this, ${city.parcels.toLocaleString('en')} parcels (at most ${most.toFixed(0)} MB)`,
    ours: now,
    peer: null,
    unit: 'MB',
    aim: { text: `under ${memoryAimMegabytes} MB`, reached: most < memoryAimMegabytes },
  };
}

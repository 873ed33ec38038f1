import type { AddressInfo } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { type Run, run } from '../../data/contract';
import { buildApp } from '../../server/app';
import { readRulesets } from '../../server/rules';
import { actor } from '../fixtures/uploads';
import { order, rowOf } from '../runs/searching';
import { testConfig } from '../support/app';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: true });
const leaving = new AbortController();
const app = await buildApp({ db, rulesets: readRulesets(), config: testConfig(), leaving: leaving.signal });
await app.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => app.close());
const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
/** A busy machine takes its time over a whole city. */
const patience = { timeout: 150_000, interval: 50 };
const long = { timeout: 180_000 };

/** Listens as a page does; `heard` grows with every event. */
async function listen(headers: Record<string, string> = {}) {
  const answer = await fetch(`${base}/api/runs/events`, { headers: { 'accept-encoding': 'gzip, br', ...headers } });
  const heard: Run[] = [];
  let over = false;
  const reading = (async () => {
    let text = '';
    for await (const piece of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += piece;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^event: run\ndata: (.*)$/.exec(block)?.[1];
        if (data) heard.push(run.parse(JSON.parse(data)));
      }
    }
    over = true;
  })();
  reading.catch(() => undefined);
  return { answer, heard, over: () => over, leave: () => answer.body?.cancel().catch(() => undefined) };
}
const of = (heard: readonly Run[], id: string): Run[] => heard.filter((each) => each.id === id);

it('tells of a search from its order to its end, unsqueezed and kept by nobody', long, async () => {
  const { answer, heard } = await listen();
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const started = await fetch(`${base}/api/runs`, {
    method: 'POST',
    headers: { ...actor, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: 'city' }),
  });
  const { id } = run.parse(await started.json());
  await vi.waitFor(() => expect(of(heard, id).at(-1)?.phase).toBe('done'), patience);
  const told = of(heard, id);
  expect(told.at(-1)).toEqual((await app.inject(`/api/runs/${id}`)).json());
  for (const [place, { progress }] of told.entries())
    expect(progress.parksDone).toBeGreaterThanOrEqual(told[place - 1]?.progress.parksDone ?? 0);
});

it('tells whoever comes of the searches under way, and of what another process does with them', async () => {
  // Another process has it: this one sees its heartbeat and only watches the row.
  const id = await order(db, 'unit/jinjiang');
  await db.query({
    text: `update run set phase = 'running', claim = gen_random_uuid(), heartbeat_at = now() + interval '1 hour',
                          started_at = now() where id = $1 and phase = 'waiting'`,
    values: [id],
  });
  expect((await rowOf(db, id)).phase).toBe('running');
  const { heard } = await listen();
  await vi.waitFor(() => expect(of(heard, id)).toHaveLength(1), patience);
  await db.query({
    text: 'update run set parks_done = 1, plots_done = 7, worked_ms = 500 where id = $1',
    values: [id],
  });
  await vi.waitFor(
    () => expect(of(heard, id).at(-1)?.progress).toMatchObject({ parksDone: 1, plotsPerSecond: 14 }),
    patience,
  );
  await db.query({
    text: `update run set phase = 'failed', finished_at = now(), claim = null,
                          error = '{"code": "broke-off", "args": {"id": "7", "done": 1, "of": 3}}' where id = $1`,
    values: [id],
  });
  await vi.waitFor(
    () => expect(of(heard, id).at(-1)).toMatchObject({ phase: 'failed', error: expect.stringContaining('1/3') }),
    patience,
  );
});

it('says nothing to newcomers of what is over', async () => {
  const { heard, answer, leave } = await listen();
  expect(answer.status).toBe(200);
  const over = (await db.query<{ id: string }>({ text: 'select id from run where finished_at is not null' })).map(
    ({ id }) => id,
  );
  expect(over.length).toBeGreaterThan(0);
  const id = await order(db, 'unit/anxi');
  await vi.waitFor(() => expect(of(heard, id).length).toBeGreaterThan(0), patience);
  expect(heard.filter((each) => over.includes(each.id))).toEqual([]);
  leave();
});

it('ends every stream when the server is about to close, so that the door can close', async () => {
  const [one, other] = [await listen(), await listen()];
  leaving.abort();
  await vi.waitFor(() => expect([one.over(), other.over()]).toEqual([true, true]), patience);
  const late = await listen();
  await vi.waitFor(() => expect(late.over()).toBe(true), patience);
});

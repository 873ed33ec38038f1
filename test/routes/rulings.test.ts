import { describe, expect, it } from 'vitest';
import type { Answer, readLegend, readParcel, readPark } from '../../data/contract';
import { testApp } from '../support/app';
import { readTile, tileAt } from '../tiles/reading';
import { asking } from './asking';
import { type LeftoverRow, ruling } from './ruling';

const { app, db } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get, post, remove } = asking(app);
const { list, rowOf, rule, inForce, undo } = ruling(app);
/** Loading the city into the engine takes its time on a busy machine. */
const long = { timeout: 240_000 };
const drawn = async ({ parcel }: LeftoverRow, layer: 'leftover' | 'parcels'): Promise<unknown> => {
  const [lon = 0, lat = 0] = parcel.centre.coordinates;
  const { x, y } = tileAt(lon, lat, 16);
  const [tile] = readTile((await get(`/tiles/${layer}/16/${x}/${y}`)).rawPayload);
  const feature = tile?.features.find(({ id }) => String(id) === parcel.id);
  return feature?.properties[layer === 'leftover' ? 'kind' : 'leftover'];
};
const counted = async (kind: string): Promise<number> => {
  const { layers }: Answer<typeof readLegend> = (await get('/api/legend?bbox=117,24,120,27&layers=leftover')).json();
  return layers[0]?.classes.find((each) => each.class === kind)?.count ?? 0;
};
const version = async (layer: string): Promise<number> => (await get('/api/state')).json().versions[layer];

const all = await list();
/** A plot beside one park only, so that no other finding takes the lead when this one is rejected. */
const once = await db.query<{ parcel: string }>({
  text: 'select parcel::text from leftover_finding group by parcel having count(*) = 1',
});
const alone = (kind: string): LeftoverRow => {
  const row = all.rows.find(
    (each) => each.finding.kind === kind && once.some(({ parcel }) => parcel === each.parcel.id),
  );
  if (!row) throw new Error(`the sample city has no ${kind}`);
  return row;
};
const corner = alone('corner');
const enclosed = alone('enclosed');
const scattered = alone('scattered');

describe('a ruling on a plot', long, () => {
  it('is kept beside the finding with who, when, why and on what', async () => {
    const { id, event } = await rule(
      corner,
      { decision: 'accept' },
      { document: '泉资规〔2026〕8号', office: '市资规局' },
    );
    const row = await rowOf(corner);
    expect(row?.finding).toEqual(corner.finding);
    expect(row?.standing).toBe('corner');
    expect(row?.ruling).toMatchObject({
      id,
      event,
      subject: 'plot',
      park: corner.park.id,
      parcel: corner.parcel.id,
      claim: { decision: 'accept' },
      reason: '现场踏勘',
      document: '泉资规〔2026〕8号',
      office: '市资规局',
      attachments: [],
      actor: '测试员',
      foundAs: 'corner',
      foundOtherwise: false,
    });
    expect(await inForce(`parcel=${corner.parcel.id}`)).toEqual([row?.ruling]);
    expect(await inForce(`park=${corner.park.id}`)).toEqual([row?.ruling]);
    await undo(event);
    expect((await rowOf(corner))?.ruling).toBeNull();
    expect(await inForce(`park=${corner.park.id}`)).toEqual([]);
  });

  it('that changes the class moves the plot on tiles, list, legend and cards, and undo moves it back', async () => {
    const before = { corner: await counted('corner'), scattered: await counted('scattered') };
    const { event } = await rule(corner, { decision: 'change', kind: 'scattered' });
    expect(await drawn(corner, 'leftover')).toBe('scattered');
    expect(await drawn(corner, 'parcels')).toBe('scattered');
    expect(await counted('corner')).toBe(before.corner - 1);
    expect(await counted('scattered')).toBe(before.scattered + 1);
    expect(await rowOf(corner, '&kind=corner')).toBeUndefined();
    expect(await rowOf(corner, '&kind=scattered')).toMatchObject({
      standing: 'scattered',
      finding: { kind: 'corner' },
    });
    const card: Answer<typeof readParcel> = (await get(`/api/parcels/${corner.parcel.id}`)).json();
    expect(card.leftover).toBe('scattered');
    expect(card.findings[0]).toMatchObject({ kind: 'corner', standing: 'scattered', ruling: { actor: '测试员' } });
    const park: Answer<typeof readPark> = (await get(`/api/parks/${corner.park.id}`)).json();
    expect(park.leftover.find(({ parcel }) => parcel === corner.parcel.id)?.kind).toBe('scattered');
    await undo(event);
    expect(await drawn(corner, 'leftover')).toBe('corner');
    expect(await counted('corner')).toBe(before.corner);
  });

  it('that rejects it takes the plot off tiles, list and legend, and undo brings it back', async () => {
    const [total, leftoverVersion, rulingsVersion] = [all.total, await version('leftover'), await version('rulings')];
    const { event } = await rule(enclosed, { decision: 'reject' });
    expect(await version('leftover')).toBeGreaterThan(leftoverVersion);
    expect(await version('rulings')).toBeGreaterThan(rulingsVersion);
    expect(await drawn(enclosed, 'leftover')).toBeUndefined();
    expect(await drawn(enclosed, 'parcels')).toBeUndefined();
    expect(await rowOf(enclosed)).toBeUndefined();
    const now = await list();
    expect(now.total).toBe(total - 1);
    expect(now.rows).toHaveLength(total - 1);
    expect(await counted('enclosed')).toBe(now.summary.find(({ kind }) => kind === 'enclosed')?.count);
    const card: Answer<typeof readParcel> = (await get(`/api/parcels/${enclosed.parcel.id}`)).json();
    expect(card.leftover).toBeNull();
    expect(card.findings[0]).toMatchObject({ kind: 'enclosed', standing: null });
    const park: Answer<typeof readPark> = (await get(`/api/parks/${enclosed.park.id}`)).json();
    expect(park.leftover.map(({ parcel }) => parcel)).not.toContain(enclosed.parcel.id);
    const rejected = await list('&ruled=rejected');
    expect(rejected.rows).toHaveLength(1);
    expect(rejected).toMatchObject({ total: 1, summary: [{ kind: 'enclosed', count: 1 }] });
    expect(rejected.rows[0]).toMatchObject({ standing: null, finding: { kind: 'enclosed' } });
    await undo(event);
    expect(await drawn(enclosed, 'leftover')).toBe('enclosed');
    expect((await list()).total).toBe(total);
  });

  it('withdraws an older one in the same step, and undo puts that back exactly', async () => {
    const first = await rule(scattered, { decision: 'accept' });
    const [older] = await inForce(`parcel=${scattered.parcel.id}`);
    const second = await rule(scattered, { decision: 'reject' }, { reason: '已另行安排' });
    expect(await inForce(`parcel=${scattered.parcel.id}`)).toMatchObject([{ id: second.id, reason: '已另行安排' }]);
    expect(await undo(first.event)).toMatchObject({ status: 409, code: 'ruling-not-in-force' });
    const back = await undo(second.event);
    expect(await inForce(`parcel=${scattered.parcel.id}`)).toEqual([older]);
    const again = await undo(back.event);
    expect(await inForce(`parcel=${scattered.parcel.id}`)).toMatchObject([{ id: second.id, event: again.event }]);
    expect((await undo(again.event)).status).toBe(200);
    expect(await inForce(`parcel=${scattered.parcel.id}`)).toEqual([older]);

    const withdrawn = await remove(`/api/rulings/${first.id}?reason=${encodeURIComponent('误录')}`);
    expect(withdrawn.statusCode).toBe(200);
    expect(await inForce(`parcel=${scattered.parcel.id}`)).toEqual([]);
    expect((await remove(`/api/rulings/${first.id}`)).json().code).toBe('ruling-not-in-force');
    const third = await rule(scattered, { decision: 'accept' });
    expect(await undo(withdrawn.json().event)).toMatchObject({ status: 409, code: 'undo-conflict' });
    await undo(third.event);
    expect((await undo(withdrawn.json().event)).status).toBe(200);
    expect(await inForce(`parcel=${scattered.parcel.id}`)).toMatchObject([
      { id: first.id, claim: { decision: 'accept' } },
    ]);
    await remove(`/api/rulings/${first.id}`);
    const history = (await get(`/api/events?kind=park&id=${scattered.park.id}`)).json().rows;
    expect(history.some(({ reason }: { reason: string | null }) => reason === '误录')).toBe(true);
    expect(await db.query({ text: 'select from ruling where id = $1', values: [first.id] })).toHaveLength(1);
  });

  it('refuses what it does not know, naming it, and enters nothing', async () => {
    const base = { subject: 'plot', park: corner.park.id, parcel: corner.parcel.id, claim: { decision: 'accept' } };
    const ruled = () => db.query({ text: 'select count(*)::int as n from ruling' });
    const before = await ruled();
    const refused = async (change: object) => {
      const answer = await post('/api/rulings', { ...base, reason: '踏勘', ...change });
      return { status: answer.statusCode, ...answer.json<{ code: string; message: string }>() };
    };
    expect(await refused({ reason: '  ' })).toMatchObject({ status: 400, code: 'request-invalid' });
    expect(await refused({ park: '424242' })).toMatchObject({
      status: 404,
      message: expect.stringContaining('424242'),
    });
    expect(await refused({ parcel: '424242' })).toMatchObject({
      status: 404,
      message: expect.stringContaining('424242'),
    });
    expect(await refused({ park: '9'.repeat(40) })).toMatchObject({ status: 400 });
    const member = (await get(`/api/parks/${corner.park.id}`)).json().members[0];
    expect(await refused({ parcel: member.id })).toMatchObject({
      status: 422,
      code: 'finding-missing',
      message: expect.stringContaining(member.number),
    });
    const unknown = [{ sha256: '0'.repeat(64), name: '会议纪要.pdf' }];
    expect(await refused({ attachments: unknown })).toMatchObject({
      status: 422,
      code: 'attachment-unknown',
      message: expect.stringContaining('会议纪要.pdf'),
    });
    const gap = { subject: 'gap', claim: { plots: [member.id, corner.parcel.id], holds: ['road'] } };
    expect(await refused(gap)).toMatchObject({
      status: 422,
      code: 'not-members',
      message: expect.stringContaining(corner.parcel.id),
    });
    expect(await refused({ ...gap, claim: { plots: [member.id, member.id], holds: [] } })).toMatchObject({
      status: 400,
    });
    expect((await remove('/api/rulings/424242')).statusCode).toBe(404);
    expect(await ruled()).toEqual(before);
    const unsigned = await app.inject({ method: 'POST', url: '/api/rulings', payload: { ...base, reason: 'x' } });
    expect(unsigned.json().code).toBe('actor-missing');
  });
});

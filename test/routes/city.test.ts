import { describe, expect, it } from 'vitest';
import {
  type Answer,
  errorBody,
  type listLeftover,
  type listParcels,
  type listUnits,
  type pickParcels,
  type readLegend,
  readState,
  type readUnit,
} from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true });
const { get, post } = asking(app);

const outline = ([west, south, east, north]: readonly number[]) => {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
};

describe('the state of the page', () => {
  it('answers health and readiness', async () => {
    expect((await get('/api/health')).json()).toEqual({ status: 'ok' });
    expect((await get('/api/ready')).json()).toEqual({ status: 'ok' });
  });

  it('gives versions of every layer, the extent and the sources', async () => {
    const state: Answer<typeof readState> = (await get('/api/state')).json();
    expect(readState.response.parse(state)).toEqual(state);
    expect(Object.keys(state.versions).sort()).toEqual([
      'controls',
      'corridors',
      'leftover',
      'parcels',
      'parks',
      'rulings',
      'zones',
    ]);
    expect(state.sample).toBe(true);
    expect(state.sources.length).toBeGreaterThan(3);
    const [west, south, east, north] = state.extent;
    expect(west < east && south < north).toBe(true);
    expect(state.planningExtent[0]).toBeLessThanOrEqual(west);
  });

  it('raises the version of a layer with a write to what it is drawn from', async () => {
    const version = async () => (await get('/api/state')).json().versions;
    const before = await version();
    await db.query({ text: "update layer_version set version = version + 1 where layer = 'corridors'" });
    const after = await version();
    expect(after.corridors).toBe(before.corridors + 1);
    expect(after.parks).toBe(before.parks + 1);
    expect(after.zones).toBe(before.zones);
  });
});

describe('the legend', () => {
  const whole = '117,24,120,27';
  it('counts every parcel once in each painting', async () => {
    const answer: Answer<typeof readLegend> = (
      await get(`/api/legend?bbox=${whole}&layers=parcels-status,parcels-use,leftover,parks,zones`)
    ).json();
    const counts = answer.layers.map(({ classes }) => classes.reduce((sum, { count }) => sum + count, 0));
    const [{ parcels, parks } = { parcels: 0, parks: 0 }] = await db.query<{ parcels: number; parks: number }>({
      text: 'select (select count(*) from parcel) as parcels, (select count(*) from park) as parks',
    });
    expect(counts[0]).toBe(parcels);
    expect(counts[1]).toBe(parcels);
    expect(counts[2]).toBeGreaterThan(10);
    expect(counts[3]).toBe(parks);
    expect(answer.layers.flatMap(({ classes }) => classes).every(({ areaMu }) => areaMu > 0)).toBe(true);
  });

  it('is empty out at sea and refuses a layer it does not know', async () => {
    const sea = await get('/api/legend?bbox=121,22,121.1,22.1&layers=parcels-status,parks');
    expect(sea.json().layers.map((layer: { classes: unknown[] }) => layer.classes)).toEqual([[], []]);
    const unknown = await get(`/api/legend?bbox=${whole}&layers=clouds`);
    expect(unknown.statusCode).toBe(400);
    expect(errorBody.parse(unknown.json()).code).toBe('request-invalid');
    expect((await get('/api/legend?bbox=1,2,3&layers=parks')).statusCode).toBe(400);
  });
});

describe('units', () => {
  it('lists 13 units of the plan in three belts, with segments and carriers', async () => {
    const answer: Answer<typeof listUnits> = (await get('/api/units')).json();
    expect(answer.units.filter(({ kind }) => kind !== 'context')).toHaveLength(13);
    expect(answer.belts).toHaveLength(3);
    expect(answer.segments.some(({ weak }) => weak.length > 0)).toBe(true);
    expect(answer.segments.some(({ gaps }) => gaps.length > 0)).toBe(true);
    expect(answer.carriers.every(({ approximate }) => approximate)).toBe(true);
    expect(answer.units.reduce((sum, { parkCount }) => sum + parkCount, 0)).toBeGreaterThan(25);
    expect(answer.units.some(({ freeSupplyMu }) => freeSupplyMu > 0)).toBe(true);
  });

  it('opens the card of each unit, with parks, land and clause, without invented targets', async () => {
    const { units }: Answer<typeof listUnits> = (await get('/api/units')).json();
    for (const { id, parkCount, kind } of units) {
      const card: Answer<typeof readUnit> = (await get(`/api/units/${id}`)).json();
      expect(card.parks).toHaveLength(parkCount);
      expect(card.areaSquareMetres).toBeGreaterThan(1e6);
      expect(card.targets).toEqual([]);
      expect(card.clause.document).not.toBe('');
      if (kind !== 'context') expect(card.supplyGroup).not.toBeNull();
    }
  });

  it('says which unit is missing', async () => {
    const answer = await get('/api/units/nowhere', 'en');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not-found', message: 'There is no unit nowhere.' });
  });
});

describe('parcels', () => {
  const list = async (query: string): Promise<Answer<typeof listParcels>> =>
    (await get(`/api/parcels?${query}`)).json();

  it('pages through all of them in order, each once', async () => {
    const first = await list('limit=500&sort=number');
    const second = await list('limit=500&offset=500&sort=number');
    expect(first.total).toBeGreaterThan(10_000);
    expect(first.totalMu).toBeGreaterThan(1000);
    const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(1000);
    expect(numbers).toEqual(numbers.toSorted());
  });

  it('filters by unit, status, use, number, park and window', async () => {
    const { rows } = await list('limit=1&sort=-area&status=on-offer');
    const [parcel] = rows;
    if (!parcel) throw new Error('no parcel on offer');
    expect(parcel.status).toBe('on-offer');
    const same = await list(`number=${parcel.number}`);
    expect(same.rows.map(({ id }) => id)).toContain(parcel.id);
    const near = await list(`bbox=${parcel.bbox.join(',')}&unit=${parcel.unit}&use=${parcel.use}`);
    expect(near.rows.map(({ id }) => id)).toContain(parcel.id);
    expect((await list('number=%25')).total).toBe(0);
    const { rows: parks } = (await get('/api/parks')).json();
    const members = await list(`park=${parks[0].id}&limit=500`);
    expect(members.total).toBe(parks[0].memberCount);
    expect(members.rows.every(({ park }) => park?.id === parks[0].id)).toBe(true);
  });

  it('opens a card with figures, control lines and findings', async () => {
    const { rows }: Answer<typeof listLeftover> = (await get('/api/leftover')).json();
    const card = (await get(`/api/parcels/${rows[0]?.parcel.id}`, 'en')).json();
    expect(card.findings[0].because[0]).toMatch(/[a-z]/);
    expect(card.leftover).toBe(rows[0]?.parcel.leftover);
    expect(card.areaMu).toBeCloseTo(card.areaSquareMetres * 0.0015, 6);
    expect((await get('/api/parcels/999999999')).statusCode).toBe(404);
    expect((await get('/api/parcels/abc')).statusCode).toBe(400);
  });

  it('picks by number, id and outline, and names what nobody knows', async () => {
    const [a, b] = (await list('limit=2&sort=-area')).rows;
    if (!a || !b) throw new Error('no parcels');
    const pick = async (body: object): Promise<Answer<typeof pickParcels>> =>
      (await post('/api/parcels/pick', body)).json();
    const byNumber = await pick({ numbers: [a.number, 'nobody-knows-1'] });
    expect(byNumber.parcels.map(({ id }) => id)).toEqual([a.id]);
    expect(byNumber.unknown).toEqual(['nobody-knows-1']);
    const byId = await pick({ ids: [a.id, b.id, '999999999'] });
    expect(byId.parcels).toHaveLength(2);
    expect(byId.unknown).toEqual(['999999999']);
    const within = await pick({ within: outline(a.bbox) });
    expect(within.parcels.map(({ id }) => id)).toContain(a.id);
    const all = await pick({ within: outline([117, 24, 120, 27]) });
    expect(all).toMatchObject({ tooMany: true, parcels: [] });
  });
});

describe('leftover plots', () => {
  it('lists each kind with reasons in both languages and sums that add up', async () => {
    const answer: Answer<typeof listLeftover> = (await get('/api/leftover?limit=500')).json();
    const kinds = new Set(answer.rows.map(({ finding }) => finding.kind));
    for (const kind of ['corner', 'scattered', 'enclosed'] as const) expect(kinds).toContain(kind);
    expect(kinds).not.toContain('too-large');
    expect(answer.rows).toHaveLength(answer.total);
    const plots = new Set(answer.rows.map(({ parcel, finding }) => `${parcel.id} ${finding.kind}`));
    expect(answer.summary.reduce((sum, { count }) => sum + count, 0)).toBe(plots.size);
    const one: Answer<typeof listLeftover> = (await get('/api/leftover?kind=enclosed&limit=3', 'en')).json();
    expect(one.rows.every(({ finding }) => finding.kind === 'enclosed')).toBe(true);
    const ofPark: Answer<typeof listLeftover> = (await get(`/api/leftover?park=${one.rows[0]?.park.id}`)).json();
    expect(ofPark.total).toBeGreaterThan(0);
    expect(ofPark.rows.every(({ park }) => park.id === one.rows[0]?.park.id)).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true });
const { get, post } = asking(app);
const MANY = 520;
const rows = await db.query<{ id: string }>({
  text: 'select id::text from parcel order by id limit $1',
  values: [MANY],
});
const many = rows.map(({ id }) => id);

it('previews a large park in a thread of its own while other answers go on', async () => {
  const done: string[] = [];
  const preview = post('/api/parks/preview', { parcels: many }, 'en').finally(() => done.push('preview'));
  await get('/api/health').then(() => done.push('health'));
  const answer = await preview;
  expect(done).toEqual(['health', 'preview']);
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  expect(answer.json().members).toHaveLength(MANY);
  expect(answer.json().contiguity.readings.strict.pieces.length).toBeGreaterThan(1);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdTwins } from '../../server/db/imports/hold-twins';
import { makeReport } from '../../server/db/imports/report-import';
import { clearStaged, stageQuery } from '../../server/db/imports/stage-import-records';
import { storable } from '../../server/db/storable';
import { prepare } from '../../server/imports/prepare';
import { atHand } from '../fixtures/lay-down';
import { collection, type Given, square, where } from '../fixtures/parcels';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: false });
const id = '00000000-0000-4000-8000-000000000001';
await db.query({ text: `insert into file (sha256, byte_length) values ('x', 0)` });
await db.query({
  text: `insert into import (id, actor, file_name, sha256, phase) values ($1, 'a', 'f', 'x', 'writing')`,
  values: [id],
});

const coordinate = fc.oneof(fc.double({ min: 118, max: 118.9, noNaN: true }), fc.double(), fc.constant(null));
const position = fc.oneof(fc.tuple(coordinate, coordinate), fc.array(fc.double(), { maxLength: 3 }), fc.constant('x'));
const anything = fc.oneof(
  fc.constant(null),
  fc.record({
    type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point', 'x'),
    coordinates: fc.array(fc.array(position)),
  }),
  fc.record({
    type: fc.constant('Polygon'),
    coordinates: fc.array(fc.array(position, { maxLength: 8 }), { maxLength: 3 }),
  }),
  fc.jsonValue({ maxDepth: 4 }),
);
const sound = fc.tuple(
  fc.double({ min: 118, max: 118.9, noNaN: true }),
  fc.double({ min: 24.6, max: 25.6, noNaN: true }),
);
const record: fc.Arbitrary<Given> = fc.oneof(
  fc.record({
    number: fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.integer({ min: 0, max: 5 }), fc.constant(null)),
    geometry: sound.map(([x, y]) => ({ type: 'Polygon', coordinates: [square(x, y)] })),
  }),
  fc.record({
    number: fc.constantFrom('a', 'b', 'c'),
    geometry: anything,
    properties: fc.dictionary(fc.string(), fc.jsonValue()),
  }),
);

test('whatever comes in, accepted and held back add up to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 12 }), async (records) => {
      const mapping = { columns: { number: 'DKBH' }, areaUnit: 'square-metres' as const };
      const bytes = collection(records);
      const file = atHand(bytes, 'f.geojson');
      const prepared = await prepare({ file, settings: { crs: '4490', mapping }, where, recordsAtMost: 100 });
      // Random coordinates may belie degrees altogether; then the whole file is refused, and nothing is written.
      if (!prepared.ok) return prepared.code === 'crs-cannot-be-told';
      await clearStaged(db, id);
      const reading = prepared.openReading();
      const staged = prepared.survey.sample.map((record) => reading.read(record).staged);
      await db.query(stageQuery(id, storable(staged)));
      await holdTwins(db, id);
      const report = await makeReport(db, id, 0.05);
      const held = report.byReason.reduce((sum, reason) => sum + reason.count, 0);
      expect(report.received).toBe(records.length);
      return report.accepted + held === records.length;
    }),
    { numRuns: 100, seed: 20261123 },
  );
});

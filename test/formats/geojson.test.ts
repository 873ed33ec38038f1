import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readBytes } from '../fixtures/at-hand';
import { collection } from '../fixtures/parcels';

const bytes = (text: string, encoding = 'UTF-8'): Uint8Array => iconv.encode(text, encoding);
const read = (content: Uint8Array, name = '宗地.geojson', asked: string | null = null) =>
  readBytes(content, name, asked);
const named =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"地块名称":"东海片区一号"},"geometry":null}]}';

test.each([
  ['an empty file', bytes(''), 'file-empty'],
  ['a web page', bytes('  <!DOCTYPE html><html><body>登录</body></html>'), 'html-not-data'],
  ['no JSON', bytes('{"type": "FeatureCollection", "features": ['), 'json-broken'],
  ['a bottomless nesting', bytes('['.repeat(100_000)), 'json-too-deep'],
  ['other JSON', bytes('{"type":"Topology"}'), 'not-geojson'],
  ['a list', bytes('[1,2]'), 'not-geojson'],
  ['no features', bytes('{"type":"FeatureCollection","features":[]}'), 'no-records'],
  ['a drawing', bytes('AC1032......'), 'format-dwg'],
])('%s is refused with its own answer', async (_, content, code) => {
  expect(await read(content)).toMatchObject({ ok: false, code, args: { file: '宗地.geojson' } });
});

test.each([
  ['cut off', '{"type":"FeatureCollection",\n"features":[\n{"type":"Feature","prop', 3],
  ['cut off after a list opened', '{"type":"FeatureCollection","features":[', 1],
  ['a comma too many', '{"type":"FeatureCollection",\n"features":[,]}', 2],
])('a file %s says where it breaks, not what the engine thinks of it', async (_, content, line) => {
  const file = await read(bytes(content));
  expect(file).toMatchObject({ ok: false, code: 'json-broken', args: { line, character: expect.any(Number) } });
  expect(JSON.stringify(file)).not.toMatch(/JSON at|Unexpected|Unterminated|Expected/);
});

test.each([
  ['UTF-8', bytes(named), 'UTF-8', 'valid-utf8'],
  ['UTF-8 with a byte order mark', bytes(`\ufeff${named}`), 'UTF-8', 'byte-order-mark'],
  ['GBK', bytes(named, 'GBK'), 'GB18030', 'not-utf8'],
])('%s is told and read', async (_, content, encoding, why) => {
  const file = await read(content);
  expect(file).toMatchObject({ ok: true, encoding, encodingWhy: why });
  expect(file.ok && file.records[0]?.properties).toEqual({ 地块名称: '东海片区一号' });
});

test('the switch reads it the other way', async () => {
  const file = await read(bytes(named, 'GBK'), 'a.geojson', 'UTF-8');
  expect(file).toMatchObject({ encodingWhy: 'as-asked' });
});

test('NaN where JSON has no word for it costs its record, not the file', async () => {
  const file = await read(bytes(new TextDecoder().decode(collection([{}, {}])).replace('118.6,', 'NaN,')));
  expect(file.ok && file.records).toHaveLength(2);
});

test('an id beside the properties is a column, under another name where that is taken', async () => {
  const one = await read(bytes('{"type":"Feature","id":7,"properties":{"a":1},"geometry":null}'));
  expect(one.ok && one.columns).toEqual(['id', 'a']);
  const two = await read(bytes('{"type":"Feature","id":7,"properties":{"id":1},"geometry":null}'));
  expect(two.ok && two.columns).toEqual(['@id', 'id']);
});

test('what is not a feature is a damaged record', async () => {
  const file = await read(bytes('{"type":"FeatureCollection","features":[null,5,{"type":"Feature","geometry":null}]}'));
  expect(file.ok && file.records.map((record) => record.fault?.code)).toEqual([
    'record-damaged',
    'record-damaged',
    undefined,
  ]);
});

import Fastify, { type FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal, refusalBody } from '../../server/errors';
import { registerAnalysis } from '../../server/routes/analysis';
import { readRulesets } from '../../server/rules';
import { box, line, plot, polygon, ring } from '../core/drawing';

let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal) return reply.status(error.status).send(refusalBody(error, 'en', request.id));
    return reply.status(hasZodFastifySchemaValidationErrors(error) ? 400 : 500).send({ message: String(error) });
  });
  registerAnalysis(app, { rulesets: readRulesets() }, async () => []);
  await app.ready();
});
afterAll(() => app.close());

const ask = async (name: string, payload: object, language = 'en') => {
  const url = `/api/analysis/${name}`;
  const answer = await app.inject({ method: 'POST', url, payload, headers: { 'accept-language': language } });
  return { status: answer.statusCode, body: answer.json() };
};
const feature = (id: string | number, geometry: unknown, properties: object | null = null) => ({
  type: 'Feature',
  id,
  geometry,
  properties,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const square = (id: string | number, x: number, size = 100) => feature(id, plot('', x, 0, size, size).geometry);
const two = collection(square(1, 0), square('2', 120));
const road = collection(feature('r', line([110, -50], [110, 150]), { kind: 'road' }));

describe('POST /api/analysis/contiguity', () => {
  it('answers with ids as text and the parameters in use', async () => {
    const { status, body } = await ask('contiguity', { plots: two, between: road, parameters: { maxGapMetres: 30 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      verdict: 'contiguous',
      joinsAtMetres: 20,
      flipsAtMetres: 20,
      faults: [],
      crossesUnit: [],
    });
    expect(body.gaps[0]).toMatchObject({
      from: '1',
      to: '2',
      widthMetres: 20,
      holds: [{ kind: 'road', id: 'r' }],
      bridged: true,
    });
    expect(body.parameters.maxGapMetres).toEqual({ value: 30, origin: 'request' });
  });

  it.each([
    ['no plots', collection()],
    ['a repeated id', collection(square(1, 0), square(1, 120))],
    ['1 and "1"', collection(square(1, 0), square('1', 120))],
    ['no id', collection({ type: 'Feature', geometry: polygon(box(0, 0, 9, 9)), properties: null })],
    ['no collection', { type: 'Feature' }],
  ])('refuses %s with 400', async (_, plots) => {
    expect((await ask('contiguity', { plots })).status).toBe(400);
  });

  it('names every bad feature with 422', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        ring([
          [0, 0],
          [100, 100],
          [100, 0],
          [0, 100],
        ]),
      ],
    };
    const away = {
      type: 'Polygon',
      coordinates: [
        [
          [2, 48],
          [2.1, 48],
          [2.1, 48.1],
          [2, 48],
        ],
      ],
    };
    const plots = collection(square('good', 0), feature('bow', bow), feature('away', away), feature('none', null));
    const between = collection(feature('dot', { type: 'Point', coordinates: [118.6, 24.9] }, { kind: 'road' }));
    const { status, body } = await ask('contiguity', { plots, between, redLine: bow });
    expect(status).toBe(422);
    expect(body.code).toBe('geometry-invalid');
    expect(body.faults.map((fault: { feature: string; code: string }) => [fault.feature, fault.code])).toEqual([
      ['bow', 'self-crossing'],
      ['away', 'outside-extent'],
      ['none', 'empty'],
      ['dot', 'not-line-or-polygon'],
      ['redLine', 'self-crossing'],
    ]);
    expect(body.faults[0].at).toHaveLength(2);
  });

  it('refuses a ruleset it does not have', async () => {
    expect(await ask('contiguity', { plots: two, ruleset: 'none' })).toMatchObject({
      status: 422,
      body: { code: 'ruleset-unknown' },
    });
  });
});

describe('POST /api/analysis/title', () => {
  const firms = [1, 2, 3, 4].map((n) => ({
    uscc: `F${n}`,
    name: `firm ${n}`,
    grades: [{ grade: 'specialized', from: '2024-01-01' }],
    outputCny: { '2024': 5 },
    plot: n % 2 ? 1 : '2',
  }));

  it('tests firms, ground and output, and offers a joining set', async () => {
    const park = collection(square(1, 0), square(2, 200));
    const plots = collection(square('c', 100));
    const { status, body } = await ask('title', { park, plots, firms, asOf: '2025-06-30', between: collection() });
    expect(status).toBe(200);
    expect(body.tests.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict])).toEqual([
      ['specialized-count', 'met'],
      ['contiguity', 'unmet'],
      ['output-share', 'met'],
    ]);
    expect(body.verdict).toBe('unmet');
    expect(body.whatIf.join.plots).toEqual(['c']);
  });

  it('speaks the reader’s language', async () => {
    const request = { park: two, firms: [], asOf: '2025-06-30' };
    expect((await ask('title', request, 'zh-CN')).body.tests[0].notes[0]).toContain('还差 4 家');
    expect((await ask('title', request)).body.tests[0].notes[0]).toContain('4 more needed');
    expect((await ask('title', request)).body.whatIf.join).toBeNull();
  });
});

describe('the other analyses', () => {
  it('separate supply knows the city group of a central unit', async () => {
    const firm = { uscc: '1', name: 'x', unit: 'licheng' };
    const { status, body } = await ask('separate-supply', { firm, asOf: '2025-06-30' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdict: 'unknown', outcome: 'unknown', handledBy: 'city' });
  });

  it('leftover answers one finding per plot, said in words', async () => {
    const request = { park: collection(square('k', 0)), plots: collection(square('p', 100, 20), square('q', 400, 20)) };
    const { status, body } = await ask('leftover', request);
    expect(status).toBe(200);
    expect(body.findings.map(({ plot: id }: { plot: string }) => id)).toEqual(['p', 'q']);
    expect(JSON.stringify(body)).not.toMatch(/\{\w+\}/);
  });

  it('join finds the plot between', async () => {
    const park = collection(square(1, 0), square(2, 200));
    const { status, body } = await ask('join', { park, plots: collection(square('c', 100)) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ possible: true, plots: ['c'], alreadyContiguous: false });
  });
});

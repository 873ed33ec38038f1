import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { home } from '../../client/address/codec';
import type { MapContext } from '../../client/map/layer';
import { askedLayers, buildStyle, stack } from '../../client/map/stack';
import type { UnitSummary } from '../../data/contract/units';

const unit = (id: string, belt: UnitSummary['belt']): UnitSummary => ({
  id,
  name: { zh: id, en: id },
  belt,
  kind: belt ? 'county' : 'context',
  schematic: true,
  segments: ['photonics'],
  parkCount: 3,
  freeSupplyMu: 120,
  leftoverCount: 2,
  labelAt: { type: 'Point', coordinates: [118.6, 24.9] },
  bbox: [118, 24, 119, 25],
});
const context: MapContext = {
  origin: 'http://map.test',
  theme: 'light',
  language: 'zh',
  address: { ...home, selection: { kind: 'park', id: '3' }, picks: ['1'] },
  versions: { zones: 1, parcels: 2, parks: 3, leftover: 4, corridors: 5, controls: 6 },
  units: [unit('a', 'central'), unit('b', null)],
  carriers: [],
  parks: [],
  highlight: null,
};
const idsOf = (change: Partial<MapContext>) =>
  buildStyle({ ...context, ...change }, null).layers.map((layer) => layer.id);

describe('the style of the map', () => {
  test.each(['light', 'dark'] as const)('is a valid style in the %s theme, by status and by use', (theme) => {
    for (const parcelScheme of ['status', 'use'] as const)
      for (const colouring of ['belt', 'segment', 'parks', 'supply'] as const) {
        const address = { ...context.address, parcelScheme, colouring, segment: 'photonics', scope: 'unit/a' };
        expect(validateStyleMin(buildStyle({ ...context, theme, address }, null))).toEqual([]);
      }
  });

  test('draws every layer of the stack, each once and in its order', () => {
    expect(idsOf({})).toEqual(stack);
  });

  test('asks for no tile before its data version is known', () => {
    const style = buildStyle({ ...context, versions: null }, null);
    expect(Object.values(style.sources).filter((source) => source.type === 'vector')).toEqual([]);
    expect(style.layers.map((layer) => layer.id)).toContain('land');
  });

  test('leaves out the groups that are switched off', () => {
    const ids = idsOf({ address: { ...context.address, layersOff: ['parcels', 'controls'] } });
    expect(ids.filter((id) => /^(parcels|blocks|controls)-/.test(id))).toEqual([]);
    expect(ids).toContain('parks-line');
  });

  test('hides a class that the legend has switched off', () => {
    const style = buildStyle(
      { ...context, address: { ...context.address, classesOff: ['parcels-status:idle'] } },
      null,
    );
    const fill = style.layers.find((layer) => layer.id === 'parcels-fill');
    expect(JSON.stringify(fill)).toContain('"literal",["idle"]');
  });

  test('asks only layers that exist', () => {
    expect(askedLayers.filter((id) => !stack.includes(id))).toEqual([]);
  });

  test('puts a basemap in the place of land and sea', () => {
    const style = buildStyle(context, {
      version: 8,
      sources: { base: { type: 'raster', tiles: ['http://base.test/{z}/{x}/{y}'], tileSize: 256 } },
      layers: [{ id: 'base', type: 'raster', source: 'base' }],
    });
    expect(style.layers[0]?.id).toBe('base');
    expect(style.layers.map((layer) => layer.id)).not.toContain('land');
  });
});

import { describe, expect, it } from 'vitest';
import { writeGeoJson } from '../../../client/panels/list/writeGeoJson';

describe('a list written as GeoJSON', () => {
  const columns = [
    { head: 'Number', cell: (row: { number: string; areaMu: number | null }) => row.number },
    { head: 'Area', cell: (row: { number: string; areaMu: number | null }) => row.areaMu },
  ];
  const rows = [
    { id: '1', row: { number: 'A-1', areaMu: 3 }, shape: { type: 'Point' as const, coordinates: [118.6, 24.9] } },
    { id: '2', row: { number: 'A-2', areaMu: null }, shape: null },
  ];
  const file = JSON.parse(writeGeoJson(columns, rows, 'for illustration'));
  it('carries the public columns and nothing else', () => {
    expect(file.features[0].properties).toEqual({ Number: 'A-1', Area: 3 });
    expect(file.features[0].geometry.type).toBe('Point');
  });
  it('keeps a row without a shape, and unknown stays unknown', () => {
    expect(file.features).toHaveLength(2);
    expect(file.features[1]).toMatchObject({ id: '2', geometry: null, properties: { Area: null } });
  });
  it('carries the notice and room for the map approval number', () =>
    expect(file).toMatchObject({ notice: 'for illustration', mapApprovalNumber: null }));
});

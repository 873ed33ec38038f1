import type { KeptTable } from '../kept-rows';

/** Firms; their grades belong to them. */
export const firmRows: KeptTable = {
  target: 'firm',
  id: 't.id::text',
  columns: [
    'id',
    'uscc',
    'name',
    'unit',
    'segment',
    'link',
    'parcel',
    'geom',
    'source',
    'sample',
    'import',
    'import_record',
  ],
  geometries: ['geom'],
  more: `jsonb_build_object('grades', (
    select coalesce(jsonb_agg(to_jsonb(g) order by g.grade, g.valid_from), '[]') from firm_grade g where g.firm = t.id))`,
};

import type { KeptTable } from '../kept-rows';

/** Parks; their members belong to them. Version and time of change are not put back: they go on. */
export const parkRows: KeptTable = {
  target: 'park',
  id: 't.id::text',
  columns: [
    'id',
    'name',
    'kind',
    'unit',
    'unit_basis',
    'theme',
    'platform',
    'red_line',
    'surroundings_known',
    'geom',
    'area_square_metres',
    'source',
    'sample',
    'created_at',
    'import',
    'import_record',
  ],
  geometries: ['geom', 'red_line'],
  more: `jsonb_build_object('members', (
    select coalesce(jsonb_agg(m.parcel::text order by m.parcel), '[]') from park_member m where m.park = t.id))`,
};

/** SQL of the official park that a staged record (as `s`) means by its name; the sample's are never meant. */
export const parkMeant = `from park k where k.kind = 'official' and not k.sample and k.name = s.number`;

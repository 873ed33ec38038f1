import type { KeptTable } from '../kept-rows';

/** A table of lines or areas without a key of its own: told by the file's number and kind, else by kind and exact shape. */
export interface DrawnTable extends KeptTable {
  target: 'corridor' | 'control_line';
  /** What is written beside kind, number, name and shape. */
  attribute: { name: string; type: string };
  /** SQL of the shape to store of a staged one (as `s.geom`). */
  shape: string;
}

/** Corridors and planning edges. */
export const corridorRows: DrawnTable = {
  target: 'corridor',
  id: 't.id::text',
  columns: ['id', 'kind', 'name', 'number', 'width_metres', 'geom', 'source', 'sample', 'import', 'import_record'],
  geometries: ['geom'],
  attribute: { name: 'width_metres', type: 'float8' },
  shape: 's.geom',
};

/** Control lines. */
export const controlLineRows: DrawnTable = {
  target: 'control_line',
  id: 't.id::text',
  columns: ['id', 'kind', 'name', 'number', 'level', 'geom', 'source', 'sample', 'import', 'import_record'],
  geometries: ['geom'],
  attribute: { name: 'level', type: 'int' },
  shape: 'st_multi(s.geom)',
};

/** SQL of the id of the stored row that a staged record (as `s`) means; the sample's are never meant. */
export function meantBy({ target, shape }: DrawnTable): string {
  const same = `from ${target} c where not c.sample and c.kind = s.fields ->> 'kind'`;
  return `case when s.fields ->> 'number' is not null
               then (select c.id ${same} and c.number = s.fields ->> 'number' order by c.id limit 1)
               else (select c.id ${same} and c.number is null and c.geom ~= ${shape} and c.geom = ${shape} order by c.id limit 1) end`;
}

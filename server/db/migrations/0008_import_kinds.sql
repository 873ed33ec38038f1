-- Imports of every kind: parcels, parks, zones, corridors, control lines, firms, figures.
alter table import add column kind text not null default 'parcels';

-- Lines, points and records without a place are staged too, and a record may be mended after it was held back.
alter table import_record drop constraint import_record_check;
alter table import_record alter column geom type geometry(Geometry, 4490);
alter table import_record add constraint import_record_keyed check (code is not null or number is not null);
alter table import_record add column mended boolean not null default false;
-- What became of an accepted record.
alter table import_record add column outcome text check (outcome in ('inserted', 'updated', 'unchanged'));
drop index import_record_number;
create index import_record_number on import_record (import, number) where code is null;

-- What an import wrote over or removed, so that withdrawing it puts everything back as it was. The geometry stands
-- beside the row, because GeoJSON would round it.
create table import_previous (
  import uuid not null references import on delete cascade,
  target text not null,
  id text not null,
  removed boolean not null default false,
  row jsonb not null,
  geom geometry(Geometry, 4490),
  primary key (import, target, id)
);
-- Which imports others have written over.
create index import_previous_owner on import_previous ((row ->> 'import')) where row ->> 'import' is not null;

-- What was chosen for a file, to be proposed again for the next of the same make: format, columns and shape.
create table import_memory (
  make text primary key,
  kind text not null,
  crs text,
  encoding text,
  mapping jsonb not null,
  sender text,
  file_name text not null,
  at timestamptz not null default now()
);

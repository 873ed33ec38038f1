-- Importing parcel files. An import row is its own job: a process takes it by writing its claim, keeps it by its
-- heartbeat, and loses it to another process when the heartbeat stops. Every statement of a job names its claim.
alter table import
  add column claim uuid,
  add column heartbeat_at timestamptz,
  add column attempts int not null default 0;
create index import_waiting on import (at) where phase in ('reading', 'writing');

-- Every record of a file as it came and as it was judged. `code` null = accepted, else held back for that reason;
-- so the two counts add up to what came in by construction, and nothing that came in is lost.
create table import_record (
  import uuid not null references import on delete cascade,
  record int not null,
  number text,
  code text,
  args jsonb not null default '{}',
  -- Longitude and latitude of the fault, where it has a place.
  fault_at double precision[],
  -- Properties and coordinates as they came, with the CRS in which they were read.
  raw jsonb not null,
  original jsonb,
  fields jsonb not null default '{}',
  geom geometry(MultiPolygon, 4490),
  -- Kept when an import is withdrawn, so that writing it again gives every parcel its old id.
  parcel bigint,
  primary key (import, record),
  check (code is not null or (geom is not null and number is not null))
);
create index import_record_held on import_record (import, record) where code is not null;
create index import_record_number on import_record (number) where code is null;

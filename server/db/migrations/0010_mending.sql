-- Mending a record that was held back swaps its staged row for another; the one that is not in place waits here, so that
-- undoing a mend, and doing it again, swaps them back.
create table import_mend (
  mend uuid not null,
  import uuid not null references import on delete cascade,
  record int not null,
  row jsonb not null,
  geom geometry(Geometry, 4490),
  primary key (mend, record)
);
create index import_mend_import on import_mend (import);

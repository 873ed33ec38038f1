-- Quotas that a supply plan must keep, by unit and year. One unit of measure per resource, so that amounts can be added:
-- what the file wrote stands in its import record.
create table quota (
  unit text not null references unit,
  year int not null check (year between 1990 and 2100),
  resource text not null check (resource in ('land', 'energy', 'carbon', 'emissions')),
  amount numeric not null check (amount >= 0),
  unit_of_measure text not null,
  source text not null references source,
  import uuid references import,
  import_record int,
  primary key (unit, year, resource),
  check (unit_of_measure = case resource when 'land' then 'mu' when 'energy' then 'tce' when 'carbon' then 'tCO2' else 't' end)
);

-- Which import brought a row, so that it can be taken back whole.
alter table park add column import uuid references import, add column import_record int;
alter table unit add column import uuid references import, add column import_record int;
alter table firm add column import uuid references import, add column import_record int;
alter table firm_year add column import uuid references import, add column import_record int;
alter table unit_target add column import uuid references import, add column import_record int;
alter table corridor add column number text, add column import uuid references import, add column import_record int;
alter table corridor_coverage add column import uuid references import, add column import_record int;
alter table control_line add column number text, add column import uuid references import, add column import_record int;
create index park_import on park (import, import_record) where import is not null;
create index firm_import on firm (import, import_record) where import is not null;
create index firm_year_import on firm_year (import, import_record) where import is not null;
create index unit_target_import on unit_target (import, import_record) where import is not null;
create index quota_import on quota (import, import_record) where import is not null;
create index corridor_import on corridor (import, import_record) where import is not null;
create index corridor_number on corridor (number) where number is not null;
create index control_line_import on control_line (import, import_record) where import is not null;
create index control_line_number on control_line (number) where number is not null;

-- The row of its kind that a record became; kept when its import is withdrawn, so that writing it again gives the old id.
alter table import_record add column subject text;

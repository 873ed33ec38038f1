-- Which parcels were written, by which transaction: so that a process which holds the city in memory reads what is new
-- since its last look and no more. Rows older than a day are dropped; whoever looked longer ago reads everything again.
create table parcel_change (
  parcel bigint not null,
  xact xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now()
);
create index parcel_change_xact on parcel_change (xact);
create index parcel_change_at on parcel_change (at);

create function note_parcel_change() returns trigger language plpgsql as $$
begin
  insert into parcel_change (parcel) select id from touched;
  return null;
end $$;
create trigger parcel_added after insert on parcel referencing new table as touched
  for each statement execute function note_parcel_change();
create trigger parcel_changed after update on parcel referencing new table as touched
  for each statement execute function note_parcel_change();
create trigger parcel_removed after delete on parcel referencing old table as touched
  for each statement execute function note_parcel_change();

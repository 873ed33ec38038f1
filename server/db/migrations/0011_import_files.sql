-- Files that were sent and never written are cleared away after a while: their pieces, what was staged and what was shown
-- of them. The import stays in the list and says so; the row of the file stays too, so that the same content can come again.
alter table import
  add column touched_at timestamptz not null default now(),
  add column file_gone_at timestamptz;
update import set touched_at = at;

-- Time runs from the last order, not from each sign of life.
create function touch_import() returns trigger language plpgsql as $$
begin
  new.touched_at := now();
  return new;
end $$;
create trigger import_touched before update of phase, settings on import for each row execute function touch_import();

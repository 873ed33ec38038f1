-- Searches for leftover plots, what they found and what changed since; rulings on plots and gaps with their attachments.

-- A search is its own job, as an import is: a process takes it by writing its claim, keeps it by its heartbeat, and
-- loses it to another process when the heartbeat stops. At most one is under way for a scope.
create table run (
  id uuid primary key,
  scope text not null check (scope ~ '^(city|unit/.+|park/\d+)$'),
  ruleset text not null references ruleset,
  actor text not null check (actor <> ''),
  at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  phase text not null default 'waiting' check (phase in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  parks_of int not null,
  parks_done int not null default 0,
  plots_done int not null default 0,
  -- Time in which a process was at work on it; waiting, and the silence after a kill, are left out.
  worked_ms double precision not null default 0,
  outcome jsonb,
  error jsonb,
  claim uuid,
  heartbeat_at timestamptz,
  attempts int not null default 0
);
create unique index run_under_way on run (scope) where phase in ('waiting', 'running');
create index run_at on run (at desc);
create index run_finished on run (scope, finished_at desc) where phase = 'done';

-- The parks of a search and, once one has been looked at, how many plots were measured beside it: what a process that
-- takes the search up leaves out. A park may be removed meanwhile, and so may a parcel: hence no references here.
create table run_park (
  run uuid not null references run on delete cascade,
  park bigint not null,
  plots int,
  primary key (run, park)
);
-- All that the newest finished search of a scope found; dropped when the next one has been compared with it.
create table run_finding (
  run uuid not null references run on delete cascade,
  park bigint not null,
  parcel bigint not null,
  kind text not null,
  primary key (run, park, parcel)
);
-- What a search found otherwise than the one before; null = there was, or is, no finding.
create table run_change (
  run uuid not null references run on delete cascade,
  park bigint not null,
  parcel bigint not null,
  before text,
  after text,
  primary key (run, park, parcel)
);

-- By which inputs a park was looked at last, and how many findings that left: where either differs from what is there
-- now, the park is to be looked at anew. It goes with its park, so that a park brought back is looked at.
create table park_look (
  park bigint primary key references park on delete cascade,
  input_version text not null,
  findings int not null,
  at timestamptz not null default now()
);

-- Files that rulings rest on. Only what stands here can be fetched: the originals of imports cannot. `used` is set by the
-- first ruling that names the file and stays; what no ruling ever named is removed after a day.
create table attachment (
  sha256 text primary key references file,
  name text not null,
  media_type text not null,
  actor text not null check (actor <> ''),
  stored_at timestamptz not null default now(),
  used boolean not null default false
);
create index attachment_unused on attachment (stored_at) where not used;

alter table ruling
  -- Of rulings on plots: the class that was found when the person ruled, and the class that holds by the ruling; null =
  -- the plot is rejected.
  add column found_as text,
  add column standing text,
  -- [{sha256, name}]; null = none.
  add column attachments jsonb;
-- One ruling is in force on one thing.
create unique index ruling_in_force on ruling (subject_kind, park, subject_id)
  where withdrawn_at is null and subject_kind in ('plot', 'gap');

-- What holds of every plot that was found beside a park: the class ruled, else the class found; null where a person
-- rejected it. The finding itself stands unchanged beside it.
create view standing_leftover as
  select f.park, f.parcel, case when r.id is null then f.kind else r.standing end as kind, f.kind as found, f.finding,
         f.ruleset, r.id as ruling, r.claim ->> 'decision' as decision
  from leftover_finding f
  left join ruling r on r.subject_kind = 'plot' and r.park = f.park and r.subject_id = f.parcel::text
                    and r.withdrawn_at is null;

-- One parcel is one plot: beside several parks it counts once, under what leads: a person's ruling, then the surest kind,
-- then the oldest park. Everything but a park's own card and a parcel's own findings reads this.
drop view leading_leftover;
create view leading_leftover as
  select distinct on (parcel) parcel, park, kind, found, finding, ruling, decision
  from standing_leftover
  where kind in ('enclosed', 'scattered', 'corner', 'manual', 'unknown')
  order by parcel, ruling is null, array_position(array['enclosed', 'scattered', 'corner', 'manual', 'unknown'], kind), park;

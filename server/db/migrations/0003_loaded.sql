-- Which datasets have been brought in whole. A load that broke off has no row here, and is done again.
create table loaded (
  dataset text primary key,
  fingerprint text not null,
  at timestamptz not null default now()
);

-- An event that an operator dropped counts as dealt with, and no replay brings it back.
alter table platform.inbox add column skipped_at timestamptz;

-- How projections were filled again from events, or compared with them. A replay whose process ended is one that no longer beats.
create table platform.replay (
  id bigint generated always as identity primary key,
  projection text not null,
  since text not null,
  is_put_in_place boolean not null,
  reason text not null,
  actor_id text,
  status text not null default 'RUNNING' check (status in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  total_count bigint not null default 0,
  read_count bigint not null default 0,
  applied_count bigint not null default 0,
  differences jsonb,
  last_error text,
  started_at timestamptz not null default now(),
  beat_at timestamptz not null default now(),
  finished_at timestamptz
);
create unique index replay_running on platform.replay (projection) where status = 'RUNNING';

-- A replay may hand events to their group again: then it is of topics and of no projection.
alter table platform.replay
  add column mode text not null default 'REBUILD' check (mode in ('REBUILD', 'REDELIVER')),
  add column topics text[],
  add column holds_group boolean not null default false,
  alter column projection drop not null,
  add check ((mode = 'REBUILD') = (projection is not null)),
  add check ((mode = 'REDELIVER') = (topics is not null));
drop index platform.replay_running;
create unique index replay_running on platform.replay (coalesce(projection, '')) where status = 'RUNNING';

-- What was published and received in the last minute stands at the end of its table: these cost next to nothing to keep.
create index event_log_published_at on platform.event_log using brin (published_at) with (pages_per_range = 16, autosummarize = on);
create index inbox_received_at on platform.inbox using brin (received_at) with (pages_per_range = 16, autosummarize = on);

create schema if not exists platform;

-- What happened here, kept: outbox, audit trail, and what a replay reads.
create table platform.event_log (
  id bigint generated always as identity primary key,
  event_id uuid not null unique,
  type text not null,
  topic text not null,
  key text not null,
  data jsonb not null,
  feeds text[] not null default '{}',
  traceparent text not null,
  occurred_at timestamptz not null,
  published_at timestamptz
);
create index event_log_unpublished on platform.event_log (id) where published_at is null;
create index event_log_key on platform.event_log (key, id);

-- Events that a consumer has applied, so that a redelivered one changes nothing.
create table platform.inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- Events that failed, and those of the same topic and key behind them, in order. A dead one waits for an operator, and
-- its key with it.
create table platform.parked_event (
  id bigint generated always as identity primary key,
  consumer text not null,
  event_id uuid not null,
  topic text not null,
  key text not null,
  message json not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'DEAD')),
  attempts integer not null default 0,
  last_error text,
  parked_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  unique (consumer, event_id)
);
create index parked_event_key on platform.parked_event (consumer, topic, key, id);

-- Which payload a mutation gave to a client's idempotency key, for 24 hours.
create table platform.idempotency (
  scope text not null,
  key text not null,
  request_hash text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_created_at on platform.idempotency (created_at);

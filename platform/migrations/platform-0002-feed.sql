-- The last sequence number of each live feed; its row is the lock under which entries are added.
create table platform.feed_head (
  feed_key text primary key,
  seq bigint not null
);

-- What a live feed's readers were, or will be, told: exact and free of gaps, so that they can resume.
create table platform.feed (
  feed_key text not null,
  seq bigint not null,
  event_id uuid not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  primary key (feed_key, seq)
);

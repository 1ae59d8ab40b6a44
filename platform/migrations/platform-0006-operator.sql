-- Who asked for what happened; null for guests, and for the marketplace itself.
alter table platform.event_log add column actor_id text;
create index event_log_actor on platform.event_log (actor_id, event_id) where actor_id is not null;
-- Everything that followed from one request: the id of its trace.
create index event_log_trace on platform.event_log using hash (substring(traceparent from 4 for 32));

-- The event of each blocked key that the others wait for: parked on its way in, or, with a negative number, on its way out.
create view platform.parked_head as
  select * from (
    select distinct on (consumer, topic, key) id as number, consumer, event_id, topic, key, message, status = 'DEAD' as is_dead,
      attempts, last_error, parked_at, next_attempt_at
    from platform.parked_event order by consumer, topic, key, id
  ) incoming
  union all
  select -id, 'relay', event_id, topic, key,
    json_build_object('type', type, 'data', data::text, 'traceparent', traceparent, 'occurredAt', occurred_at),
    true, 1, park_error, parked_at, null
  from platform.event_log where parked_at is not null and published_at is null;

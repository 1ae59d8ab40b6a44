create schema if not exists bus;

-- A topic is its partitions. The row is the lock under which records are appended, so that offsets have no gaps and
-- become visible in their order.
create table if not exists bus.partition (
  id integer generated always as identity primary key,
  topic text not null,
  number integer not null,
  next_offset bigint not null default 0,
  unique (topic, number)
) with (fillfactor = 50);

create table if not exists bus.record (
  partition_id integer not null,
  "offset" bigint not null,
  event_id uuid not null,
  type text not null,
  key text not null,
  occurred_at timestamptz not null,
  traceparent text not null,
  feeds jsonb not null,
  data text not null,
  appended_at timestamptz not null default clock_timestamp(),
  primary key (partition_id, "offset")
);

-- Where each consumer group goes on.
create table if not exists bus.committed (
  consumer_group text not null,
  partition_id integer not null,
  next_offset bigint not null,
  primary key (consumer_group, partition_id)
) with (fillfactor = 50);

-- Locks are taken in one order, in a statement of their own: the insert must see the offsets of whoever held them before.
-- Answers where each partition ends now, and notifies of it: PostgreSQL takes no notification of more than 8,000 bytes.
create or replace function bus.append(
  origin text, partition_ids integer[], event_ids uuid[], types text[], keys text[], times timestamptz[], traceparents text[],
  feed_lists text[], datas text[]
) returns table (id integer, "end" bigint) language plpgsql as $$
#variable_conflict use_column
declare
  ends text;
begin
  perform 1 from bus.partition where id = any(partition_ids) order by id for no key update;
  return query with incoming as (
    select *, row_number() over (partition by partition_id order by position) as place
    from unnest(partition_ids, event_ids, types, keys, times, traceparents, feed_lists, datas)
      with ordinality as x(partition_id, event_id, type, key, occurred_at, traceparent, feeds, data, position)
  ), inserted as (
    insert into bus.record (partition_id, "offset", event_id, type, key, occurred_at, traceparent, feeds, data)
    select p.id, p.next_offset + place - 1, event_id, type, key, occurred_at, traceparent, feeds::jsonb, data
    from incoming join bus.partition p on p.id = partition_id
  ), counted as (
    select partition_id, count(*) as records from incoming group by partition_id
  )
  update bus.partition p set next_offset = next_offset + records from counted where p.id = partition_id returning p.id, p.next_offset;
  select string_agg(p.id || ':' || p.next_offset, ',') into ends from bus.partition p where p.id = any(partition_ids);
  perform pg_notify('bus', origin || ' ' || case when length(ends) < 7500 then ends else '' end);
end $$;

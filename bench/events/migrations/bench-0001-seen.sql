create table seen (thing_id text primary key, count bigint not null);
create table floor_log (id bigint generated always as identity primary key, occurred_at bigint not null, data jsonb not null);

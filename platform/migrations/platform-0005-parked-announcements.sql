-- An announced event that the bus cannot take waits for an operator, and those of its topic and key with it.
alter table platform.event_log add column parked_at timestamptz, add column park_error text;
create index event_log_parked on platform.event_log (topic, key) where parked_at is not null and published_at is null;

-- Who changes a product says which version of it they have read.
alter table product add column version int, add column updated_at timestamptz(3);
update product set version = 1, updated_at = coalesce(published_at, created_at);
alter table product alter column version set not null, alter column updated_at set not null;

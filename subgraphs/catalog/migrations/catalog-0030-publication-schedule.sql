-- When a product goes on sale by itself, and off it.
alter table product
  add column publish_at timestamptz(3) null,
  add column unpublish_at timestamptz(3) null,
  add constraint product_schedule_check check (unpublish_at > publish_at);
create index product_publish_at_index on product (publish_at) where publish_at is not null;
create index product_unpublish_at_index on product (unpublish_at) where unpublish_at is not null;

-- What variants of a product differ in. Values are few and always read together, so they stand in their option, in order.
create table product_option (
  id text not null primary key,
  product_id text not null,
  position int not null,
  name text not null,
  names jsonb not null,
  values jsonb not null,
  constraint product_option_product_id_foreign foreign key (product_id) references product (id) on delete cascade
);
create index product_option_product_id_index on product_option (product_id);

alter table product_variant
  add column option_value_ids text[] not null default '{}',
  add column position int not null default 0,
  add column compare_at_minor_units bigint null,
  add column barcode text null,
  add column gtin text not null generated always as (coalesce(lpad(barcode, 14, '0'), '')) stored,
  add column weight_grams int null,
  add column is_digital boolean not null default false,
  add column is_enabled boolean not null default true,
  add column created_at timestamptz(3) null,
  add column updated_at timestamptz(3) null;
update product_variant set created_at = product.created_at, updated_at = product.updated_at
  from product where product.id = product_variant.product_id;
alter table product_variant
  alter column option_value_ids drop default,
  alter column position drop default,
  alter column is_digital drop default,
  alter column is_enabled drop default,
  alter column created_at set not null,
  alter column updated_at set not null,
  add constraint product_variant_compare_at_check check (compare_at_minor_units > price_minor_units);
create index product_variant_seller_id_gtin_index on product_variant (seller_id, gtin);

-- Two variants may exchange their codes in one statement.
alter table product_variant drop constraint product_variant_sku_seller_id_unique;
alter table product_variant add constraint product_variant_sku_seller_id_unique unique (sku, seller_id) deferrable initially immediate;

-- Beside its price in the currency of its product, which stands in product_variant.
create table variant_price (
  variant_id text not null,
  currency_code text not null,
  price_minor_units bigint not null,
  compare_at_minor_units bigint null,
  primary key (variant_id, currency_code),
  constraint variant_price_check check (price_minor_units > 0),
  constraint variant_price_compare_at_check check (compare_at_minor_units > price_minor_units),
  constraint variant_price_variant_id_foreign foreign key (variant_id) references product_variant (id) on delete cascade
);

-- From which to which price a product is sold, in each currency that all its enabled variants have; made from their prices.
create table product_price (
  product_id text not null,
  currency_code text not null,
  from_minor_units bigint not null,
  to_minor_units bigint not null,
  primary key (product_id, currency_code),
  constraint product_price_product_id_foreign foreign key (product_id) references product (id) on delete cascade
);
create index product_price_currency_code_from_minor_units_product_id_index on product_price (currency_code, from_minor_units, product_id);
insert into product_price (product_id, currency_code, from_minor_units, to_minor_units)
  select product.id, currency_code, min(price_minor_units), max(price_minor_units)
  from product join product_variant on product_variant.product_id = product.id group by product.id;
alter table product add column price_to_minor_units bigint null;
update product set price_to_minor_units = product_price.to_minor_units from product_price where product_price.product_id = product.id;
alter table product alter column price_to_minor_units set not null;

-- A draft that goes takes its variants with it, unless they were ordered.
alter table product_variant drop constraint product_variant_product_id_foreign;
alter table product_variant add constraint product_variant_product_id_foreign
  foreign key (product_id) references product (id) on update no action on delete cascade;
create index stock_reservation_line_variant_id_index on stock_reservation_line (variant_id);

-- What was bought, as order says it: who bought a product goes on seeing it when it is archived.
create table purchase (
  order_id text not null,
  product_id text not null,
  buyer_id text not null,
  units int not null,
  primary key (order_id, product_id)
);
create index purchase_buyer_id_product_id_index on purchase (buyer_id, product_id);
create index purchase_product_id_index on purchase (product_id);

create table stock_reservation (
  saga_id text not null primary key,
  order_id text not null,
  status text not null,
  created_at timestamptz(3) not null,
  constraint stock_reservation_status_check check (status in ('RESERVED', 'REJECTED', 'SOLD', 'RELEASED'))
);

create table stock_reservation_line (
  saga_id text not null,
  variant_id text not null,
  quantity int not null,
  primary key (saga_id, variant_id),
  constraint stock_reservation_line_quantity_check check (quantity > 0),
  constraint stock_reservation_line_saga_id_foreign foreign key (saga_id) references stock_reservation (saga_id) on update no action on delete no action,
  constraint stock_reservation_line_variant_id_foreign foreign key (variant_id) references product_variant (id) on update no action on delete no action
);

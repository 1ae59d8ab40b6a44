-- Counts the orders; their numbers are made of it.
create sequence order_serial;

-- buyer_seq is the order's first place in the live feed of its buyer, so that cursors serve the list and the feed.
create table orders (
  id text not null,
  number text not null,
  buyer_id text not null,
  buyer_seq bigint not null,
  status text not null,
  cancellation_reason text,
  total_minor_units bigint not null,
  currency_code text not null,
  placed_at timestamptz(3) not null,
  primary key (id),
  constraint orders_number_unique unique (number),
  constraint orders_buyer_id_buyer_seq_unique unique (buyer_id, buyer_seq),
  constraint orders_status_check check (status in ('PENDING', 'CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
  constraint orders_cancellation_reason_check check (
    cancellation_reason in ('OUT_OF_STOCK', 'PAYMENT_DECLINED', 'PAYMENT_TIMED_OUT', 'CUSTOMER_INVALID', 'BUYER_REQUEST', 'SAGA_TIMED_OUT')
  )
);

create table seller_order (
  id text not null,
  order_id text not null,
  seller_id text not null,
  payout_minor_units bigint not null,
  primary key (id),
  constraint seller_order_order_id_seller_id_unique unique (order_id, seller_id),
  constraint seller_order_order_id_foreign foreign key (order_id) references orders (id) on delete cascade
);

create table order_line (
  id text not null,
  order_id text not null,
  seller_id text not null,
  product_id text not null,
  variant_id text not null,
  product_name text not null,
  quantity int not null,
  unit_price_minor_units bigint not null,
  primary key (id),
  constraint order_line_order_id_foreign foreign key (order_id) references orders (id) on delete cascade
);
create index order_line_order_id_index on order_line (order_id);

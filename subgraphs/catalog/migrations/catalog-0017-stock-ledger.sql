-- Where sellers keep stock. One that was removed stays, for the movements that name it.
create table stock_location (
  id text not null primary key,
  seller_id text not null,
  name text not null,
  is_default boolean not null,
  is_active boolean not null,
  version int not null,
  created_at timestamptz(3) not null,
  removed_at timestamptz(3) null,
  constraint stock_location_default_check check (removed_at is null or not is_default)
);
create unique index stock_location_default on stock_location (seller_id) where is_default;
create index stock_location_seller_id_created_at_id_index on stock_location (seller_id, created_at, id);

create table stock_level (
  variant_id text not null,
  location_id text not null,
  on_hand int not null,
  reserved int not null,
  updated_at timestamptz(3) not null,
  primary key (variant_id, location_id),
  constraint stock_level_check check (reserved >= 0 and on_hand >= reserved),
  constraint stock_level_location_id_foreign foreign key (location_id) references stock_location (id) on update no action on delete no action
);
create index stock_level_location_id_index on stock_level (location_id);

create table stock_movement (
  id text not null primary key,
  number bigint not null,
  seller_id text not null,
  variant_id text not null,
  location_id text not null,
  kind text not null,
  quantity int not null,
  on_hand_after int not null,
  reserved_after int not null,
  note text null,
  order_id text null,
  actor_id text null,
  occurred_at timestamptz(3) not null,
  constraint stock_movement_kind_check check (kind in ('RECEIVED', 'RESERVED', 'RELEASED', 'SOLD', 'RETURNED', 'DAMAGED', 'LOST', 'FOUND', 'COUNTED', 'TRANSFERRED')),
  constraint stock_movement_location_id_foreign foreign key (location_id) references stock_location (id) on update no action on delete no action
);
create sequence stock_movement_number;
create index stock_movement_variant_id_number_index on stock_movement (variant_id, number);
create index stock_movement_seller_id_number_index on stock_movement (seller_id, number);

-- The totals of a variant's levels stay with it, so that lists and searches need no sum; available are those of active locations.
alter table product_variant add column available int;
update product_variant set available = on_hand - reserved;
alter table product_variant alter column available set not null;
alter table product_variant add constraint product_variant_available_check check (available >= 0 and available <= on_hand - reserved);

-- A variant may be set aside at several locations.
alter table stock_reservation_line add column location_id text;
alter table stock_reservation_line drop constraint stock_reservation_line_variant_id_foreign;

-- An id as the services make them, from a random UUID.
create function pg_temp.new_id(prefix text) returns text language sql volatile as $$
  select prefix || '_' || string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', substring(bits from 1 + 5 * place for 5)::bit(5)::int + 1, 1), '' order by place)
  from (select b'00' || ('x' || replace(gen_random_uuid()::text, '-', ''))::bit(128) as bits) as uuid, generate_series(0, 25) as place
$$;

insert into stock_location (id, seller_id, name, is_default, is_active, version, created_at)
  select pg_temp.new_id('loc'), seller_id, 'Main location', true, true, 1, now()
  from (select distinct seller_id from product_variant
    where on_hand > 0 or exists (select from stock_reservation_line as line where line.variant_id = product_variant.id)) as seller;

insert into stock_level (variant_id, location_id, on_hand, reserved, updated_at)
  select product_variant.id, stock_location.id, on_hand, reserved, now()
  from product_variant join stock_location on stock_location.seller_id = product_variant.seller_id where on_hand > 0;

update stock_reservation_line set location_id = stock_location.id
  from product_variant join stock_location on stock_location.seller_id = product_variant.seller_id
  where product_variant.id = stock_reservation_line.variant_id;
alter table stock_reservation_line alter column location_id set not null;
alter table stock_reservation_line drop constraint stock_reservation_line_pkey;
alter table stock_reservation_line add primary key (saga_id, variant_id, location_id);
alter table stock_reservation_line add constraint stock_reservation_line_location_id_foreign
  foreign key (location_id) references stock_location (id) on update no action on delete no action;

-- The ledger begins with what is there: a count of what is on hand, and what is set aside of it for each order.
insert into stock_movement (id, number, seller_id, variant_id, location_id, kind, quantity, on_hand_after, reserved_after, occurred_at)
  select pg_temp.new_id('mov'), nextval('stock_movement_number'), seller_id, variant_id, location_id, 'COUNTED', stock_level.on_hand, stock_level.on_hand, 0, now()
  from stock_level join product_variant on product_variant.id = variant_id;

insert into stock_movement (id, number, seller_id, variant_id, location_id, kind, quantity, on_hand_after, reserved_after, order_id, occurred_at)
  select pg_temp.new_id('mov'), nextval('stock_movement_number'), *
  from (select seller_id, variant_id, location_id, 'RESERVED', quantity, on_hand,
      sum(quantity) over (partition by variant_id order by stock_reservation.created_at, saga_id), order_id, now()
    from stock_reservation_line join stock_reservation using (saga_id) join product_variant on product_variant.id = variant_id
    where status = 'RESERVED' order by stock_reservation.created_at, saga_id) as open;

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'The stock ledger is only ever added to.';
end $$;
create trigger stock_movement_is_kept before update or delete or truncate on stock_movement
  for each statement execute function refuse_change_of_ledger();

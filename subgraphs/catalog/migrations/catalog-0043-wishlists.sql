-- What people wish for. Products and variants that are gone stay named, until their owner takes them off.
create table wishlist (
  id text not null primary key,
  owner_id text not null,
  name text not null,
  is_default boolean not null,
  share_key text null,
  share_hash text null,
  version int not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint wishlist_share_check check ((share_key is null) = (share_hash is null))
);
create unique index wishlist_default on wishlist (owner_id) where is_default;
create unique index wishlist_share_hash on wishlist (share_hash);
create index wishlist_owner_id_created_at_id_index on wishlist (owner_id, created_at, id);

create table wishlist_item (
  id text not null primary key,
  wishlist_id text not null,
  owner_id text not null,
  product_id text not null,
  variant_id text null,
  place bigint not null,
  quantity int not null,
  note text null,
  price_minor_units bigint not null,
  currency_code text not null,
  added_at timestamptz(3) not null,
  constraint wishlist_item_wishlist_id_foreign foreign key (wishlist_id) references wishlist (id) on update no action on delete cascade
);
create index wishlist_item_wishlist_id_place_id_index on wishlist_item (wishlist_id, place, id);
create index wishlist_item_owner_id_product_id_index on wishlist_item (owner_id, product_id);
create index wishlist_item_product_id_owner_id_index on wishlist_item (product_id, owner_id);

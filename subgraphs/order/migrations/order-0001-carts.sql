-- What catalog announced last of each variant.
create table listed_variant (
  variant_id text not null,
  product_id text not null,
  seller_id text not null,
  product_name text not null,
  sku text not null,
  price_minor_units bigint not null,
  currency_code text not null,
  version int not null,
  is_listed boolean not null,
  primary key (variant_id)
);

-- An account's (owner_id) or a guest's (token_hash).
create table cart (
  id text not null,
  owner_id text,
  token_hash text,
  currency_code text,
  version int not null,
  updated_at timestamptz(3) not null,
  primary key (id),
  constraint cart_owner_id_unique unique (owner_id),
  constraint cart_token_hash_unique unique (token_hash),
  constraint cart_holder_check check ((owner_id is null) <> (token_hash is null))
);

create table cart_line (
  id text not null,
  cart_id text not null,
  variant_id text not null,
  quantity int not null,
  unit_price_minor_units bigint not null,
  primary key (id),
  constraint cart_line_cart_id_variant_id_unique unique (cart_id, variant_id),
  constraint cart_line_cart_id_foreign foreign key (cart_id) references cart (id) on delete cascade,
  constraint cart_line_quantity_check check (quantity >= 1 and quantity <= 999)
);

-- What catalog says of a variant beside its own price: other_prices has the minor units by currency.
alter table listed_variant
  add column variant_name text null,
  add column other_prices jsonb not null default '{}',
  add column weight_grams int null,
  add column is_digital boolean not null default false,
  add column category_ids text[] not null default '{}';
alter table listed_variant
  alter column other_prices drop default,
  alter column is_digital drop default,
  alter column category_ids drop default;

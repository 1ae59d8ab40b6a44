create table category (
  id text not null primary key,
  slug text not null,
  name text not null,
  parent_id text null,
  translations jsonb not null,
  constraint category_slug_unique unique (slug),
  constraint category_parent_id_foreign foreign key (parent_id) references category (id) on delete no action
);

-- A marketplace without categories cannot list a product, so these come with the schema; operators may add others.
insert into category (id, slug, name, translations) values
  ('cat_0dd2k09d8hbf8vtaa9r9h4ej8t', 'animals', 'Animals', '{"es": {"name": "Animales"}}'),
  ('cat_0ngapd2gyhc2fr76r1qf3ff5bh', 'ceramics', 'Ceramics', '{"es": {"name": "Cerámica"}}'),
  ('cat_0fs6nfdgr1z0mcqzzqrqv9typk', 'crafts', 'Crafts', '{"es": {"name": "Manualidades"}}'),
  ('cat_0668vga6kjm1vdpyqav580vw19', 'electronics', 'Electronics', '{"es": {"name": "Electrónica"}}'),
  ('cat_0ymzzttpwbnzdmv5x1kx1eb30c', 'food', 'Food and drink', '{"es": {"name": "Alimentos y bebidas"}}'),
  ('cat_03cqzn06f6z12tdanyv7ggvanp', 'furniture', 'Furniture', '{"es": {"name": "Muebles"}}'),
  ('cat_0zfrw10p8c7c1f3zs309xrx7cq', 'garden', 'Garden', '{"es": {"name": "Jardín"}}'),
  ('cat_0acgndvhvbsdnwf5x23qq4thwz', 'lighting', 'Lighting', '{"es": {"name": "Iluminación"}}');

create table seller (
  user_id text not null primary key,
  is_verified boolean not null
);

-- How products are found: functions in a schema of their own, apart from what the entities describe.
create schema search;

-- Lower case, without accents: how words are compared in search and in lists sorted by name.
create function search.unaccented(words text) returns text language sql immutable strict parallel safe
return lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'));

-- The words as they are, and as English and Spanish stems.
create function search.words_of(words text) returns tsvector language sql immutable strict parallel safe
return to_tsvector('simple', search.unaccented(words)) || to_tsvector('english', search.unaccented(words)) || to_tsvector('spanish', search.unaccented(words));

-- What a product is found by: its name counts more than its description; translations count as much as the original.
create function search.product_words(name text, description text, translations jsonb) returns tsvector language sql immutable strict parallel safe
return
  setweight(search.words_of(name || ' ' || jsonb_path_query_array(translations, '$.*.name')::text), 'A') ||
  setweight(search.words_of(description || ' ' || jsonb_path_query_array(translations, '$.*.description')::text), 'B');

-- What somebody typed, in the syntax of web searches. The last word may be the beginning of one, unless it is part of a
-- phrase or excluded.
create function search.query_of(typed text) returns tsquery language sql immutable strict parallel safe
begin atomic
  with given as (
    select search.unaccented(typed) as words
  ), split as (
    select words,
      regexp_replace(words, '\S+\s*$', '') as head,
      case when words !~ '"' then substring(words from '(?:^|\s)([[:alnum:]]+)\s*$') end as beginning
    from given
  ), parsed as (
    select
      websearch_to_tsquery('simple', words) || websearch_to_tsquery('english', words) || websearch_to_tsquery('spanish', words) as whole,
      websearch_to_tsquery('simple', head) || websearch_to_tsquery('english', head) || websearch_to_tsquery('spanish', head) as head,
      to_tsquery('simple', beginning || ':*') as beginning
    from split
  )
  select case when beginning is null then whole else whole || (head && beginning) end from parsed;
end;

create table product (
  id text not null primary key,
  slug text not null,
  seller_id text not null,
  name text not null,
  description text not null,
  translations jsonb not null,
  status text not null,
  category_id text not null,
  currency_code text not null,
  price_from bigint not null,
  created_at timestamptz(3) not null,
  published_at timestamptz(3) null,
  search tsvector not null generated always as (search.product_words(name, description, translations)) stored,
  constraint product_slug_unique unique (slug),
  constraint product_status_check check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  constraint product_category_id_foreign foreign key (category_id) references category (id)
);
create index product_seller_id_index on product (seller_id);
create index product_status_created_at_id_index on product (status, created_at, id);
create index product_category_id_created_at_id_index on product (category_id, created_at, id);
create index product_search_index on product using gin (search);

create table product_variant (
  id text not null primary key,
  product_id text not null,
  sku text not null,
  price bigint not null,
  on_hand int not null,
  reserved int not null,
  version int not null,
  constraint product_variant_sku_unique unique (sku),
  constraint product_variant_price_check check (price > 0),
  constraint product_variant_stock_check check (reserved >= 0 and on_hand >= reserved),
  constraint product_variant_product_id_foreign foreign key (product_id) references product (id)
);
create index product_variant_product_id_index on product_variant (product_id);

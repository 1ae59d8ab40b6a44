-- The seller's own key words, by which a product is also found, and the rate of tax that it has.
alter table product
  add column tags text[] not null default '{}',
  add column tax_class text not null default 'STANDARD',
  add constraint product_tax_class_check check (tax_class in ('STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO', 'EXEMPT'));
alter table product alter column tags drop default, alter column tax_class drop default;
create index product_tags_index on product using gin (tags) with (fastupdate = off);

create or replace function search.facts_of(product_id text) returns text language sql stable strict parallel safe
begin atomic
  select coalesce(string_agg(told, ' '), '') from (
    select concat_ws(' ', product_attribute.text, jsonb_path_query_array(
      definition.choices, '$[*] ? (@.value == $chosen).labels[*].text', jsonb_build_object('chosen', product_attribute.choice)
    )::text) as told
    from product_attribute join attribute_definition definition on definition.id = product_attribute.definition_id
    where product_attribute.product_id = facts_of.product_id
    union all
    select concat_ws(' ', name, jsonb_path_query_array(names, '$.*')::text, jsonb_path_query_array(values, '$[*].name')::text,
      jsonb_path_query_array(values, '$[*].names.*')::text)
    from product_option where product_option.product_id = facts_of.product_id
    union all
    select array_to_string(tags, ' ') from product where product.id = facts_of.product_id
  ) as facts;
end;

-- A product keeps its last twenty former addresses; older ones are anybody's again.
alter table product_slug add column kept_at timestamptz(3) not null default now();
alter table product_slug alter column kept_at drop default;

create or replace function keep_product_slug() returns trigger language plpgsql as $$
begin
  insert into product_slug (slug, product_id, kept_at) values (new.slug, new.id, clock_timestamp())
    on conflict (slug) do update set kept_at = excluded.kept_at where product_slug.product_id = excluded.product_id;
  if not found then
    raise unique_violation using message = 'duplicate key value violates unique constraint "product_slug_pkey"';
  end if;
  delete from product_slug where slug in (
    select slug from product_slug where product_id = new.id and slug <> new.slug order by kept_at desc, slug offset 20
  );
  return null;
end $$;

-- A list in a currency is sorted by the prices in it, as of the version; a product is found by its options and bar codes too.
alter table product_document add column prices jsonb not null default '{}';
alter table product_document alter column prices drop default;

-- What has to be written before the transaction ends: once for a product, however much of it was changed.
create table document_due (product_id text not null primary key);

create function search.write_due() returns trigger language plpgsql as $$
begin
  perform search.write_document(new.product_id);
  delete from document_due where product_id = new.product_id;
  return null;
end $$;
create constraint trigger search_write_due after insert on document_due deferrable initially deferred
  for each row execute function search.write_due();

create or replace function search.note_product() returns trigger language plpgsql as $$
begin
  insert into document_due values (new.id) on conflict do nothing;
  return null;
end $$;

create or replace function search.note_part() returns trigger language plpgsql as $$
begin
  insert into document_due values (case tg_op when 'DELETE' then old.product_id else new.product_id end) on conflict do nothing;
  return null;
end $$;
drop trigger search_note_variant on product_variant;
create trigger search_note_variant after insert or delete or update of sku, barcode on product_variant
  for each row execute function search.note_part();
create trigger search_note_option after insert or delete or update on product_option for each row execute function search.note_part();
create trigger search_note_price after insert or delete or update on product_price for each row execute function search.note_part();

-- What a product tells of itself, in every language: texts, the labels of what was chosen, options and their values.
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
  ) as facts;
end;

create or replace function search.write_document(id text) returns void language plpgsql as $$
declare
  self xid8 := pg_current_xact_id();
  given product;
  written product_document;
  known product_document;
  codes text;
  categories text;
  facts text;
begin
  select * into given from product where product.id = write_document.id;
  if not found then return; end if;
  select coalesce(string_agg(concat_ws(' ', sku, barcode), ' '), '') into codes from product_variant where product_id = given.id;
  categories := search.category_names(given.category_id);
  facts := search.facts_of(given.id);

  written.product_id := given.id;
  written.made_by := self;
  written.made_at := now();
  written.is_on_sale := given.status = 'PUBLISHED' and given.withheld_at is null;
  written.is_outdated := false;
  written.name := given.name;
  written.translations := (select coalesce(jsonb_object_agg(key, jsonb_build_object('name', value -> 'name')), '{}') from jsonb_each(given.translations));
  written.currency_code := given.currency_code;
  written.price_minor_units := given.price_from_minor_units;
  written.prices := (
    select coalesce(jsonb_object_agg(currency_code, from_minor_units), '{}') from product_price where product_price.product_id = given.id
  );
  written.published_at := given.published_at;
  written.updated_at := given.updated_at;
  written.name_words := setweight(search.words_of(search.names_of(given.name, given.translations)), 'A');
  written.words := written.name_words
    || setweight(search.words_of(left(codes || ' ' || search.joined(codes) || ' ' || facts, 10000)), 'B')
    || setweight(search.words_of(left(categories, 5000)), 'C')
    || setweight(search.words_of(left(given.description || ' ' || jsonb_path_query_array(given.translations, '$.*.description')::text, 30000)), 'D');

  select * into known from product_document where product_id = given.id and ended_by is null;
  if found then
    written.made_by := known.made_by;
    written.made_at := known.made_at;
    if written is not distinct from known then return; end if;
    written.made_by := self;
    written.made_at := now();
    -- Nobody has seen what this transaction itself wrote.
    if known.made_by = self then delete from product_document where product_id = given.id and made_by = self;
    else update product_document set ended_by = self, ended_at = now() where product_id = given.id and made_by = known.made_by;
    end if;
  end if;
  insert into product_document select written.*;
end $$;

select search.write_document(id) from product;

-- One transaction at a time writes what a product is found by, and then sees what the one before it left. The version that it replaces is
-- what it locks: rows are locked without limit, while advisory locks of thousands of products are more than PostgreSQL has room for.
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
  -- Held first by who changes a product, and needed for the new version.
  perform from product where product.id = write_document.id for key share;
  -- Whoever waited for another transaction finds that version ended, and the next one only when looking again.
  loop
    select * into known from product_document where product_id = write_document.id and ended_by is null for no key update;
    exit when found or not exists (select from product_document where product_id = write_document.id and ended_by is null);
  end loop;
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

  if known.product_id is not null then
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

-- What can be chosen is called otherwise: the products that tell it are found by the new names a little later.
create function search.note_definition() returns trigger language plpgsql as $$
begin
  update product_document set is_outdated = true
  where ended_by is null and product_id in (select product_id from product_attribute where definition_id = new.id);
  return null;
end $$;
create trigger search_note_definition after update of choices on attribute_definition
  for each row when (old.choices is distinct from new.choices) execute function search.note_definition();

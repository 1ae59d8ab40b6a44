-- Whoever changes the names above a product waits for those who are writing what products are found by, and they for it: otherwise a product that is
-- changed meanwhile would be found by the old names, and nothing would say that it is out of date.
create or replace function search.write_due() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('names of categories', 0));
  perform search.write_document(new.product_id);
  delete from document_due where product_id = new.product_id;
  return null;
end $$;

create or replace function search.note_category() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('names of categories', 0));
  update product_document set is_outdated = true
  where ended_by is null and product_id in (
    select product.id from product join category on category.id = product.category_id where category.path @> array[new.id]
  );
  return null;
end $$;

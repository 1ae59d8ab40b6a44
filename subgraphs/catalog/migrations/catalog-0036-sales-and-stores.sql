-- What a shop is called, as user says it: its products are found by that.
alter table seller add column store_name text null;

-- Codes of variants that nobody is offered find nothing, and the name of the shop counts as much as that of a category. The rest of the
-- function stays as the migrations before made it.
do $$
declare
  before text := pg_get_functiondef('search.write_document(text)'::regprocedure);
  after text := replace(replace(before,
    'from product_variant where product_id = given.id;', 'from product_variant where product_id = given.id and is_enabled;'),
    'categories := search.category_names(given.category_id);',
    'categories := concat_ws('' '', search.category_names(given.category_id), (select store_name from seller where user_id = given.seller_id));');
begin
  if strpos(after, 'and is_enabled') = 0 or strpos(after, 'store_name') = 0 then raise exception 'search.write_document is not what was expected.'; end if;
  execute after;
end $$;

drop trigger search_note_variant on product_variant;
create trigger search_note_variant after insert or delete or update of sku, barcode, is_enabled on product_variant
  for each row execute function search.note_part();

-- A shop may have thousands of products: what they are found by follows a little later.
create function search.note_seller() returns trigger language plpgsql as $$
begin
  update product_document set is_outdated = true
  where ended_by is null and product_id in (select id from product where seller_id = new.user_id);
  return null;
end $$;
create trigger search_note_seller after update of store_name on seller
  for each row when (old.store_name is distinct from new.store_name) execute function search.note_seller();
create trigger search_note_new_seller after insert on seller
  for each row when (new.store_name is not null) execute function search.note_seller();

update product_document set is_outdated = true
where ended_by is null and exists (select from product_variant where product_variant.product_id = product_document.product_id and not is_enabled);

-- When it was bought; of what was bought before, nobody wrote it down. A rebuild of the projection does.
alter table purchase add column sold_at timestamptz(3) not null default now();
alter table purchase alter column sold_at drop default;

-- How much of a product was sold, in each version that it had: a page sorted by it goes on as of the first one. The trend is the logarithm
-- (to 2) of the units, each day before counting half as much as the next one, so that nothing has to be counted again as time goes by.
create table product_sales (
  product_id text not null,
  made_by xid8 not null,
  made_at timestamptz(3) not null,
  ended_by xid8 null,
  ended_at timestamptz(3) null,
  units_sold bigint not null,
  trend double precision not null,
  primary key (product_id, made_by)
);
create unique index product_sales_current_index on product_sales (product_id) where ended_by is null;
create index product_sales_units_sold_index on product_sales (units_sold, product_id) where ended_by is null;
create index product_sales_trend_index on product_sales (trend, product_id) where ended_by is null;
create index product_sales_ended_at_index on product_sales (ended_at) where ended_by is not null;

create function search.days(at timestamptz) returns double precision language sql immutable strict parallel safe
return extract(epoch from at)::double precision / 86400;

-- Two to the power of a difference of days, also of so many that it is nothing.
create function search.weight(days double precision) returns double precision language sql immutable strict parallel safe
return power(2::double precision, greatest(days, -1000));

-- One transaction at a time, as with documents: whoever waited for another one looks again for what it left.
create function search.write_sales(id text, units bigint, new_trend double precision) returns void language plpgsql as $$
declare
  self xid8 := pg_current_xact_id();
begin
  update product_sales set units_sold = units, trend = new_trend where product_id = write_sales.id and made_by = self and ended_by is null;
  if found then return; end if;
  update product_sales set ended_by = self, ended_at = now() where product_id = write_sales.id and ended_by is null;
  insert into product_sales (product_id, made_by, made_at, units_sold, trend) values (write_sales.id, self, now(), units, new_trend);
end $$;

create function search.lock_sales(id text) returns product_sales language plpgsql as $$
declare
  known product_sales;
begin
  loop
    select * into known from product_sales where product_id = lock_sales.id and ended_by is null for no key update;
    exit when found or not exists (select from product_sales where product_id = lock_sales.id and ended_by is null);
  end loop;
  return known;
end $$;

create function search.add_purchases() returns trigger language plpgsql as $$
declare
  sold record;
  known product_sales;
  latest double precision;
begin
  for sold in select product_id, units, search.days(sold_at) as day from bought order by product_id, sold_at loop
    known := search.lock_sales(sold.product_id);
    latest := greatest(coalesce(known.trend, 0), sold.day);
    perform search.write_sales(sold.product_id, coalesce(known.units_sold, 0) + sold.units, latest
      + ln(search.weight(coalesce(known.trend, 0) - latest) + sold.units * search.weight(sold.day - latest)) / ln(2::double precision));
  end loop;
  return null;
end $$;
create trigger search_add_purchases after insert on purchase referencing new table as bought
  for each statement execute function search.add_purchases();

-- What was put right is counted anew.
create function search.count_sales(id text) returns void language plpgsql as $$
declare
  units bigint;
  latest double precision;
  weighed double precision;
begin
  perform search.lock_sales(id);
  select coalesce(sum(purchase.units), 0), coalesce(max(search.days(sold_at)), 0) into units, latest from purchase where product_id = count_sales.id;
  select search.weight(-latest) + coalesce(sum(purchase.units * search.weight(search.days(sold_at) - latest)), 0) into weighed
  from purchase where product_id = count_sales.id;
  perform search.write_sales(id, units, latest + ln(weighed) / ln(2::double precision));
end $$;

create function search.recount_purchases() returns trigger language plpgsql as $$
declare
  id text;
begin
  for id in select distinct product_id from gone order by product_id loop perform search.count_sales(id); end loop;
  return null;
end $$;
create trigger search_recount_purchases after delete on purchase referencing old table as gone
  for each statement execute function search.recount_purchases();
create trigger search_recount_changed_purchases after update on purchase referencing old table as gone
  for each statement execute function search.recount_purchases();

-- Each product has a place in these orders from the beginning.
create function search.open_sales() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then delete from product_sales where product_id = old.id;
  else perform search.write_sales(new.id, 0, 0);
  end if;
  return null;
end $$;
create trigger search_open_sales after insert or delete on product for each row execute function search.open_sales();

select search.count_sales(id) from product order by id;

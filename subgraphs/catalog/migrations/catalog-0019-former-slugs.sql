-- Every address that a product has or had: each finds it, and none is another's.
create table product_slug (
  slug text not null primary key,
  product_id text not null,
  constraint product_slug_product_id_foreign foreign key (product_id) references product (id) on update no action on delete cascade
);
create index product_slug_product_id_index on product_slug (product_id);
insert into product_slug (slug, product_id) select slug, id from product;

create function keep_product_slug() returns trigger language plpgsql as $$
begin
  insert into product_slug (slug, product_id) values (new.slug, new.id)
    on conflict (slug) do update set slug = excluded.slug where product_slug.product_id = excluded.product_id;
  if not found then
    raise unique_violation using message = 'duplicate key value violates unique constraint "product_slug_pkey"';
  end if;
  return null;
end $$;
create trigger product_slug_is_kept after insert or update of slug on product for each row execute function keep_product_slug();

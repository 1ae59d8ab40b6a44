-- Where a place is.
alter table stock_location add column address jsonb null;

-- What a seller has, by its codes.
create index product_variant_seller_id_sku_id_index on product_variant (seller_id, sku, id);

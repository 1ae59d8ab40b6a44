-- A deferrable constraint is checked after the rows are written, so that two who want one code wait for each other.
alter table product_variant drop constraint product_variant_sku_seller_id_unique;
alter table product_variant add constraint product_variant_sku_seller_id_unique unique (sku, seller_id);

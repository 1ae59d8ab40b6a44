-- A seller's code is unique among that seller's variants; the seller of a variant is its product's, which never changes. The
-- code comes first in the index, which also serves the filter by code.
alter table product_variant add column seller_id text;
update product_variant set seller_id = product.seller_id from product where product.id = product_variant.product_id;
alter table product_variant alter column seller_id set not null;
alter table product_variant drop constraint product_variant_sku_unique;
alter table product_variant add constraint product_variant_sku_seller_id_unique unique (sku, seller_id);

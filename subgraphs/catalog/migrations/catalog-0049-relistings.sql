-- Products whose terms are to be announced anew, as the categories that they name have another place. A product may be here twice, and be gone: whoever
-- moves a category waits for nobody who works on these.
create table product_relisting (
  id bigserial primary key,
  product_id text not null
);
create index product_relisting_product_id_id_index on product_relisting (product_id, id);

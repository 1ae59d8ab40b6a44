-- What a seller shows first where a product is shown. related_id is no reference: who chooses it would lock it, and two that choose each other
-- would wait for each other.
create table related_choice (
  product_id text not null,
  related_id text not null,
  position int not null,
  primary key (product_id, related_id),
  constraint related_choice_product_id_foreign foreign key (product_id) references product (id) on delete cascade
);

-- What was bought with a product is looked for in the latest orders that had it.
drop index purchase_product_id_index;
create index purchase_product_id_sold_at_index on purchase (product_id, sold_at);

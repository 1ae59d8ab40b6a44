-- Typed facts that products tell: what can be told, which categories ask for it, and what each product tells.
create table attribute_definition (
  id text not null primary key,
  key text not null,
  kind text not null,
  names jsonb not null,
  unit text null,
  choices jsonb not null,
  is_filterable boolean not null,
  version int not null,
  constraint attribute_definition_key_unique unique (key),
  constraint attribute_definition_kind_check check (kind in ('TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE', 'CHOICES'))
);

create table category_attribute (
  category_id text not null,
  definition_id text not null,
  is_required boolean not null,
  position int not null,
  primary key (category_id, definition_id),
  constraint category_attribute_category_id_foreign foreign key (category_id) references category (id) on delete cascade,
  constraint category_attribute_definition_id_foreign foreign key (definition_id) references attribute_definition (id) on delete no action
);
create index category_attribute_definition_id_index on category_attribute (definition_id);

-- A row for each value: one for each product and definition, but several for CHOICES, at positions from 0. Exactly the column of the
-- definition's kind is filled: text, number, boolean, day, or choice for CHOICE and CHOICES. So a filter is an "exists" by product,
-- definition and value, and a facet counts rows by definition and choice, no product twice; its range is min and max of number.
create table product_attribute (
  product_id text not null,
  definition_id text not null,
  position int not null,
  text text null,
  number numeric(24, 9) null,
  boolean boolean null,
  day date null,
  choice text null,
  primary key (product_id, definition_id, position),
  constraint product_attribute_product_id_foreign foreign key (product_id) references product (id) on delete cascade,
  constraint product_attribute_definition_id_foreign foreign key (definition_id) references attribute_definition (id) on delete cascade,
  constraint product_attribute_value_check check (num_nonnulls(text, number, boolean, day, choice) = 1)
);
create index product_attribute_definition_id_choice_product_id_index on product_attribute (definition_id, choice, product_id);
create index product_attribute_definition_id_number_product_id_index on product_attribute (definition_id, number, product_id);

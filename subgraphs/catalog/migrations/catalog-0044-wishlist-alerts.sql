-- What to tell people of what they wish for, and how it was when it was last looked at. Nobody has asked for anything yet.
alter table wishlist_item
  add column alerts text[] not null default '{}',
  add column is_cheaper boolean not null default false,
  add column is_available boolean not null default false;
alter table wishlist_item alter column alerts drop default, alter column is_cheaper drop default, alter column is_available drop default;

-- Products whose price or stock may be another than before, and who of those that wish for them is looked at already.
create table wish_due (
  id uuid not null primary key,
  product_id text not null,
  after_owner_id text not null
);
create index wish_due_product_id_index on wish_due (product_id);

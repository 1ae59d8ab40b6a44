-- Which files can be shown, as catalog says it.
create table known_file (
  id text not null,
  owner_id text not null,
  purpose text not null,
  primary key (id)
);

alter table account add column avatar_id text null;
alter table seller_verification add column document_ids text[] not null default '{}';
alter table seller_verification alter column document_ids drop default;

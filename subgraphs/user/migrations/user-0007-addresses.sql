create table "address" ("id" text not null, "account_id" text not null, "label" text null, "postal_address" jsonb not null, "is_default_shipping" boolean not null, "is_default_billing" boolean not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null, primary key ("id"));
create index "address_account_id_index" on "address" ("account_id");
create unique index "address_default_shipping" on "address" ("account_id") where is_default_shipping;
create unique index "address_default_billing" on "address" ("account_id") where is_default_billing;
alter table "address" add constraint "address_account_id_foreign" foreign key ("account_id") references "account" ("id");

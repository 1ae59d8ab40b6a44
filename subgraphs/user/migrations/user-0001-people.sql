create table "account" ("id" text not null, "email" text not null, "username" text not null, "display_name" text not null, "password_hash" text not null, "roles" text[] not null, "locale" text not null, "suspended_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));
alter table "account" add constraint "account_email_unique" unique ("email");
alter table "account" add constraint "account_username_unique" unique ("username");

create table "profile" ("id" text not null, "account_id" text not null, "kind" text not null, "bio" text null, "is_verified_seller" boolean not null, "created_at" timestamptz(3) not null, primary key ("id"));
alter table "profile" add constraint "profile_account_id_unique" unique ("account_id");
create index "profile_created_at_id_index" on "profile" ("created_at", "id");
create index "profile_kind_created_at_id_index" on "profile" ("kind", "created_at", "id");
alter table "profile" add constraint "profile_kind_check" check ("kind" in ('SPECIALIST', 'BUSINESS', 'CONSUMER'));
alter table "profile" add constraint "profile_account_id_foreign" foreign key ("account_id") references "account" ("id");

-- What a repeat of the last exchange is answered with, sealed with the refresh token that was spent in it.
alter table "session" add column "sealed_access" text null;

-- An e-mail belongs to the account that proved it; until then several may wait for it.
alter table "account" drop constraint "account_email_unique";
alter table "account" alter column "email" drop not null;
alter table "account" add column "email_verified_at" timestamptz(3) null;
create unique index "account_verified_email" on "account" ("email") where email_verified_at is not null;
create index "account_email_created_at_index" on "account" ("email", "created_at");

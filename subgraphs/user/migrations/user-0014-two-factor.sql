alter table "account" add column "two_factor_enabled_at" timestamptz(3) null;

-- The secret of an authenticator app, sealed; one that was not confirmed yet is asked for nowhere.
create table "two_factor" ("account_id" text not null, "sealed_secret" text not null, "last_step" int null, "started_at" timestamptz(3) not null, primary key ("account_id"));
alter table "two_factor" add constraint "two_factor_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;

-- As hashes: they are random, so that nobody who reads the table can find out what fits.
create table "recovery_code" ("account_id" text not null, "hash" text not null, primary key ("account_id", "hash"));
alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id");

-- A sign-in that waits for the second factor.
create table "sign_in_challenge" ("hash" text not null, "account_id" text not null, "method" text not null, "transport" text not null, "attempts_left" int not null, "expires_at" timestamptz(3) not null, primary key ("hash"));
create index "sign_in_challenge_account_id_index" on "sign_in_challenge" ("account_id");
create index "sign_in_challenge_expires_at_index" on "sign_in_challenge" ("expires_at");
alter table "sign_in_challenge" add constraint "sign_in_challenge_method_check" check ("method" in ('PASSWORD', 'REGISTRATION'));
alter table "sign_in_challenge" add constraint "sign_in_challenge_transport_check" check ("transport" in ('BEARER', 'COOKIE'));
alter table "sign_in_challenge" add constraint "sign_in_challenge_account_id_foreign" foreign key ("account_id") references "account" ("id");

create table "session" ("id" text not null, "account_id" text not null, "generation" int not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"));
create index "session_account_id_index" on "session" ("account_id");
create index "session_expires_at_index" on "session" ("expires_at");
alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id");

create table "signing_key" ("kid" text not null, "private_jwk" jsonb not null, "created_at" timestamptz(3) not null, primary key ("kid"));

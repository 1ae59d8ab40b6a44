-- When each session last proved who is there.
alter table "session" add column "authenticated_at" timestamptz(3) null;
update "session" set "authenticated_at" = "created_at";
alter table "session" alter column "authenticated_at" set not null;

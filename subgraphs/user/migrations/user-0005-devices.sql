-- From where a session is used; those that began before count as begun with a password.
alter table "session" add column "method" text not null default 'PASSWORD', add column "ip_address" text null, add column "user_agent" text null;
alter table "session" alter column "method" drop default;
alter table "session" add constraint "session_method_check" check ("method" in ('PASSWORD', 'REGISTRATION'));

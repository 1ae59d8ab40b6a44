-- Why an account is suspended, until when, and by whom.
alter table "account" add column "suspension_reason" text null, add column "suspended_until" timestamptz(3) null, add column "suspended_by" text null;
update "account" set "suspension_reason" = 'By an operator.' where "suspended_at" is not null;
alter table "account" add constraint "account_suspension_check" check ((suspended_at is null) = (suspension_reason is null));
create index "account_suspended_until_index" on "account" ("suspended_until") where suspended_until is not null;

-- How operators find people.
create index "account_created_at_id_index" on "account" ("created_at", "id");
create index "account_roles_index" on "account" using gin ("roles");
create index "account_name_beginning" on "account" (lower(display_name) text_pattern_ops);
create index "account_username_beginning" on "account" (username text_pattern_ops);
create index "account_email_beginning" on "account" (email text_pattern_ops);

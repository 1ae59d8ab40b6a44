-- What people say of themselves, and how they like the marketplace; those who came before have not said so yet.
alter table "account"
  add column "currency_code" text not null default 'EUR',
  add column "time_zone" text not null default 'UTC',
  add column "theme" text not null default 'SYSTEM',
  add column "is_listed" boolean not null default true,
  add column "phone" text null,
  add column "alternate_email" text null,
  add column "contact_updated_at" timestamptz(3) null,
  add column "username_changed_at" timestamptz(3) null,
  add column "updated_at" timestamptz(3) null,
  add column "version" int not null default 1;
update "account" set "updated_at" = "created_at";
alter table "account"
  alter column "currency_code" drop default,
  alter column "time_zone" drop default,
  alter column "theme" drop default,
  alter column "is_listed" drop default,
  alter column "updated_at" set not null,
  alter column "version" drop default;
alter table "account" add constraint "account_theme_check" check ("theme" in ('SYSTEM', 'LIGHT', 'DARK'));

alter table "profile"
  add column "headline" text null,
  add column "location" text null,
  add column "country_code" text null,
  add column "website_url" text null,
  add column "links" jsonb not null default '[]',
  add column "languages" text[] not null default '{}',
  add column "details" jsonb not null default '{}',
  add column "updated_at" timestamptz(3) null,
  add column "version" int not null default 1;
update "profile" set "updated_at" = "created_at";
alter table "profile"
  alter column "links" drop default,
  alter column "languages" drop default,
  alter column "details" drop default,
  alter column "updated_at" set not null,
  alter column "version" drop default;

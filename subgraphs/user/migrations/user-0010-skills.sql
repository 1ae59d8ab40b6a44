create table "skill" ("id" text not null, "key" text not null, "names" jsonb not null, "user_count" int not null, primary key ("id"));
alter table "skill" add constraint "skill_key_unique" unique ("key");

create table "account_skill" ("account_id" text not null, "skill_id" text not null, "position" int not null, primary key ("account_id", "skill_id"));
create index "account_skill_skill_id_account_id_index" on "account_skill" ("skill_id", "account_id");
alter table "account_skill" add constraint "account_skill_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;
alter table "account_skill" add constraint "account_skill_skill_id_foreign" foreign key ("skill_id") references "skill" ("id") on update cascade on delete cascade;

-- How profiles are found: functions in a schema of their own, apart from what the entities describe.
create schema "search";

-- Lower case, without accents: how words are compared.
create function search.unaccented(words text) returns text language sql immutable strict parallel safe
return lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'));

create function search.profile_words(name text, headline text, bio text) returns tsvector language sql immutable parallel safe
return
  setweight(to_tsvector('simple', search.unaccented(name)), 'A') ||
  setweight(to_tsvector('simple', search.unaccented(coalesce(headline, ''))), 'B') ||
  setweight(to_tsvector('simple', search.unaccented(coalesce(bio, ''))), 'C');

alter table "profile" add column "search" tsvector not null default '';

-- Names stand in another table than the rest of what a profile is found by.
create function search.note_profile() returns trigger language plpgsql as $$
begin
  new.search := search.profile_words((select display_name || ' ' || username from account where id = new.account_id), new.headline, new.bio);
  return new;
end $$;
create trigger profile_search before insert or update of headline, bio, search on "profile" for each row execute function search.note_profile();

create function search.note_name() returns trigger language plpgsql as $$
begin
  update profile set search = '' where account_id = new.id;
  return null;
end $$;
create trigger account_search after update of display_name, username on "account" for each row execute function search.note_name();

update "profile" set "search" = '';

create index "profile_search_index" on "profile" using gin ("search");
create index "profile_country_code_created_at_id_index" on "profile" ("country_code", "created_at", "id");
create index "profile_languages_index" on "profile" using gin ("languages");

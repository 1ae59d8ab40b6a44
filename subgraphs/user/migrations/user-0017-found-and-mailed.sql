-- An operator took the role SELLER: it does not come back by itself.
alter table account add column seller_role_taken_at timestamptz(3) null;

-- How many links were mailed to an address, whoever asked for them.
create index mailed_token_email_created_at_index on mailed_token (email, created_at);

-- Names in the order of the alphabet, kept beside the words: they stand in another table.
alter table profile add column sort_name text not null default '';

create or replace function search.note_profile() returns trigger language plpgsql as $$
declare
  names record;
begin
  select display_name, username into names from account where id = new.account_id;
  new.search := search.profile_words(names.display_name || ' ' || names.username, new.headline, new.bio);
  new.sort_name := search.unaccented(names.display_name);
  return new;
end $$;

update profile set search = '';
create index profile_sort_name_id_index on profile (sort_name, id);

-- A language tag and whatever is wider: es-CO is es too (https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1).
create function search.language_ranges(tags text[]) returns text[] language sql immutable parallel safe
return (
  select coalesce(array_agg(distinct array_to_string(parts[1:count], '-')), '{}')
  from unnest(tags) as tag
    cross join lateral string_to_array(lower(tag), '-') as parts
    cross join lateral generate_series(1, cardinality(parts)) as count
);

drop index profile_languages_index;
create index profile_language_ranges on profile using gin (search.language_ranges(languages));

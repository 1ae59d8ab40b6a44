-- How far words are from each other: trigrams find what is near, the distance says how many letters are wrong. Both extensions are
-- trusted: who owns the database may create them.
create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;

-- The words of a text and nothing else: what stands between them in codes and compounds does not count.
create function search.plain(words text) returns text language sql immutable strict parallel safe
return trim(regexp_replace(search.unaccented(words), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));

-- Codes and compounds written as one word: "epaper" of "e-paper".
create function search.joined(words text) returns text language sql immutable strict parallel safe
begin atomic
  select coalesce(string_agg(regexp_replace(match[1], '[-_./]', '', 'g'), ' '), '')
  from regexp_matches(search.unaccented(words), '([^\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf]+(?:[-_./][^\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf]+)+)', 'g') as match;
end;

-- Plurals that the stemmers of PostgreSQL leave apart from their singulars: luces and luz, jardins and jardim, botões and botão.
create function search.spanish(plain text) returns text language sql immutable strict parallel safe
return regexp_replace(plain, 'ces\M', 'z', 'g');

create function search.portuguese(plain text) returns text language sql immutable strict parallel safe
return regexp_replace(regexp_replace(regexp_replace(plain, '[oa]es\M', 'ao', 'g'), '([aeo])is\M', '\1l', 'g'), 'ns\M', 'm', 'g');

-- The words as they are, and as English, Spanish and Portuguese stems.
create or replace function search.words_of(words text) returns tsvector language plpgsql immutable strict parallel safe as $$
declare
  plain text := search.plain(words);
begin
  return to_tsvector('simple', plain) || to_tsvector('english', plain) || to_tsvector('spanish', search.spanish(plain))
    || to_tsvector('portuguese', search.portuguese(plain));
end $$;

-- What finds a word or phrase in any of its forms; one that has just been begun, also by its beginning. Empty for punctuation.
create function search.forms_of(words text, is_beginning boolean) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
  plain text := search.plain(words);
  joined text := search.joined(words);
begin
  return phraseto_tsquery('simple', plain) || phraseto_tsquery('english', plain) || phraseto_tsquery('spanish', search.spanish(plain))
    || phraseto_tsquery('portuguese', search.portuguese(plain)) || phraseto_tsquery('simple', joined)
    || case when is_beginning and plain ~ '[^ ]{2}$' then to_tsquery('simple', replace(plain, ' ', ' <-> ') || ':*') else '' end;
end $$;

-- Whether a word says so little that some language leaves it out: "the", "de", "com".
create function search.is_filler(word text) returns boolean language sql immutable strict parallel safe
return search.plain(word) ~ '^[^ ]+$' and least(
  numnode(plainto_tsquery('english', search.plain(word))),
  numnode(plainto_tsquery('spanish', search.plain(word))),
  numnode(plainto_tsquery('portuguese', search.plain(word)))
) = 0;

-- Words that mean the same to who looks for one of them: those of one meaning find each other. A migration adds to it; only what a person
-- who gets the other would not call a mistake, one word each, in any language.
create table synonym (
  meaning text not null,
  word text not null,
  stems text[] not null generated always as (tsvector_to_array(search.words_of(word))) stored,
  primary key (meaning, word),
  constraint synonym_word_check check (word !~ '\s')
);
insert into synonym (meaning, word) values
  ('sofa', 'sofa'), ('sofa', 'couch'), ('sofa', 'settee'), ('sofa', 'sofá'), ('sofa', 'sillón'),
  ('lamp', 'lamp'), ('lamp', 'light'), ('lamp', 'lámpara'), ('lamp', 'luz'), ('lamp', 'luminária'), ('lamp', 'lâmpada'), ('lamp', 'luminaria'),
  ('bulb', 'bulb'), ('bulb', 'bombilla'), ('bulb', 'lâmpada'),
  ('bowl', 'bowl'), ('bowl', 'cuenco'), ('bowl', 'tazón'), ('bowl', 'tigela'),
  ('cup', 'cup'), ('cup', 'mug'), ('cup', 'taza'), ('cup', 'xícara'), ('cup', 'caneca'),
  ('vase', 'vase'), ('vase', 'jarrón'), ('vase', 'florero'), ('vase', 'vaso'),
  ('pot', 'pot'), ('pot', 'planter'), ('pot', 'maceta'),
  ('plate', 'plate'), ('plate', 'dish'), ('plate', 'plato'), ('plate', 'prato'),
  ('chair', 'chair'), ('chair', 'silla'), ('chair', 'cadeira'),
  ('table', 'table'), ('table', 'mesa'),
  ('shelf', 'shelf'), ('shelf', 'shelves'), ('shelf', 'bookcase'), ('shelf', 'estante'), ('shelf', 'estantería'), ('shelf', 'repisa'), ('shelf', 'prateleira'),
  ('cabinet', 'cabinet'), ('cabinet', 'cupboard'), ('cabinet', 'wardrobe'), ('cabinet', 'armario'),
  ('oak', 'oak'), ('oak', 'roble'), ('oak', 'carvalho'),
  ('wood', 'wood'), ('wood', 'wooden'), ('wood', 'timber'), ('wood', 'madera'), ('wood', 'madeira'),
  ('coffee', 'coffee'), ('coffee', 'café'),
  ('honey', 'honey'), ('honey', 'miel'), ('honey', 'mel'),
  ('oil', 'oil'), ('oil', 'aceite'), ('oil', 'óleo'), ('oil', 'azeite'),
  ('seed', 'seed'), ('seed', 'semilla'), ('seed', 'semente'),
  ('tomato', 'tomato'), ('tomato', 'tomate'),
  ('candle', 'candle'), ('candle', 'vela'),
  ('headphones', 'headphones'), ('headphones', 'headset'), ('headphones', 'earphones'), ('headphones', 'auriculares'), ('headphones', 'cascos'), ('headphones', 'fones'),
  ('screwdriver', 'screwdriver'), ('screwdriver', 'destornillador'),
  ('knife', 'knife'), ('knife', 'cuchillo'), ('knife', 'faca'),
  ('dog', 'dog'), ('dog', 'puppy'), ('dog', 'perro'), ('dog', 'cachorro'),
  ('cat', 'cat'), ('cat', 'kitten'), ('cat', 'gato'),
  ('bird', 'bird'), ('bird', 'pájaro'), ('bird', 'pássaro'),
  ('bee', 'bee'), ('bee', 'abeja'), ('bee', 'abelha'),
  ('wool', 'wool'), ('wool', 'yarn'), ('wool', 'lana'), ('wool', 'lã'),
  ('compost', 'compost'), ('compost', 'fertiliser'), ('compost', 'fertilizer'), ('compost', 'abono'), ('compost', 'adubo'),
  ('red', 'red'), ('red', 'rojo'), ('red', 'vermelho'),
  ('blue', 'blue'), ('blue', 'azul'),
  ('green', 'green'), ('green', 'verde'),
  ('black', 'black'), ('black', 'negro'), ('black', 'preto'),
  ('white', 'white'), ('white', 'blanco'), ('white', 'branco'),
  ('handmade', 'handmade'), ('handmade', 'handcrafted'), ('handmade', 'artesanal'),
  ('radio', 'radio'), ('radio', 'wireless'),
  ('calendar', 'calendar'), ('calendar', 'calendario');

-- What a product is found and sorted by, in each version that it had: a page goes on as of the first one, which knew older versions.
create table product_document (
  product_id text not null,
  made_by xid8 not null,
  made_at timestamptz(3) not null,
  ended_by xid8 null,
  ended_at timestamptz(3) null,
  is_on_sale boolean not null,
  is_outdated boolean not null default false,
  name text not null,
  translations jsonb not null,
  currency_code text not null,
  price_minor_units bigint not null,
  published_at timestamptz(3) null,
  updated_at timestamptz(3) not null,
  name_words tsvector not null,
  words tsvector not null,
  primary key (product_id, made_by),
  constraint product_document_product_id_foreign foreign key (product_id) references product (id) on delete cascade
);
create unique index product_document_current_index on product_document (product_id) where ended_by is null;
create index product_document_words_index on product_document using gin (words);
create index product_document_price_index on product_document (price_minor_units, product_id) where ended_by is null and is_on_sale;
create index product_document_outdated_index on product_document (product_id) where is_outdated and ended_by is null;
create index product_document_ended_at_index on product_document (ended_at) where ended_by is not null;

-- Names of a category and those above it, in every language.
create function search.category_names(id text) returns text language sql stable strict parallel safe
begin atomic
  select coalesce(string_agg(above.name || ' ' || jsonb_path_query_array(above.translations, '$.*.name')::text, ' '), '')
  from category join category above on above.id = any(category.path) where category.id = category_names.id;
end;

-- What a product tells of itself, in every language: texts, and the labels of what was chosen.
create function search.facts_of(product_id text) returns text language sql stable strict parallel safe
begin atomic
  select coalesce(string_agg(concat_ws(' ', product_attribute.text, jsonb_path_query_array(
    definition.choices, '$[*] ? (@.value == $chosen).labels[*].text', jsonb_build_object('chosen', product_attribute.choice)
  )::text), ' '), '')
  from product_attribute join attribute_definition definition on definition.id = product_attribute.definition_id
  where product_attribute.product_id = facts_of.product_id;
end;

-- Writes down what a product is found by, unless nothing of it has changed. Long descriptions are cut: a tsvector has a limit.
create function search.write_document(id text) returns void language plpgsql as $$
declare
  self xid8 := pg_current_xact_id();
  given product;
  written product_document;
  known product_document;
  codes text;
  categories text;
  facts text;
begin
  select * into given from product where product.id = write_document.id;
  if not found then return; end if;
  select coalesce(string_agg(sku, ' '), '') into codes from product_variant where product_id = given.id;
  categories := search.category_names(given.category_id);
  facts := search.facts_of(given.id);

  written.product_id := given.id;
  written.made_by := self;
  written.made_at := now();
  written.is_on_sale := given.status = 'PUBLISHED' and given.withheld_at is null;
  written.is_outdated := false;
  written.name := given.name;
  written.translations := (select coalesce(jsonb_object_agg(key, jsonb_build_object('name', value -> 'name')), '{}') from jsonb_each(given.translations));
  written.currency_code := given.currency_code;
  written.price_minor_units := given.price_from_minor_units;
  written.published_at := given.published_at;
  written.updated_at := given.updated_at;
  written.name_words := setweight(search.words_of(search.names_of(given.name, given.translations)), 'A');
  written.words := written.name_words
    || setweight(search.words_of(left(codes || ' ' || search.joined(codes) || ' ' || facts, 10000)), 'B')
    || setweight(search.words_of(left(categories, 5000)), 'C')
    || setweight(search.words_of(left(given.description || ' ' || jsonb_path_query_array(given.translations, '$.*.description')::text, 30000)), 'D');

  select * into known from product_document where product_id = given.id and ended_by is null;
  if found then
    written.made_by := known.made_by;
    written.made_at := known.made_at;
    if written is not distinct from known then return; end if;
    written.made_by := self;
    written.made_at := now();
    -- Nobody has seen what this transaction itself wrote.
    if known.made_by = self then delete from product_document where product_id = given.id and made_by = self;
    else update product_document set ended_by = self, ended_at = now() where product_id = given.id and made_by = known.made_by;
    end if;
  end if;
  insert into product_document select written.*;
end $$;

create function search.names_of(name text, translations jsonb) returns text language sql immutable strict parallel safe
begin atomic
  with names as (select name || ' ' || coalesce((select string_agg(value ->> 'name', ' ') from jsonb_each(translations)), '') as names)
  select names || ' ' || search.joined(names) from names;
end;

create function search.note_product() returns trigger language plpgsql as $$
begin
  perform search.write_document(new.id);
  return null;
end $$;
create trigger search_note_product
  after insert or update of name, description, translations, status, category_id, currency_code, price_from_minor_units, published_at,
    withheld_at, updated_at
  on product for each row execute function search.note_product();

create function search.note_part() returns trigger language plpgsql as $$
begin
  perform search.write_document(case tg_op when 'DELETE' then old.product_id else new.product_id end);
  return null;
end $$;
create trigger search_note_variant after insert or delete or update of sku on product_variant
  for each row execute function search.note_part();

create trigger search_note_attribute after insert or delete or update on product_attribute
  for each row execute function search.note_part();

-- A category may have thousands of products: what they are found by follows a little later.
create function search.note_category() returns trigger language plpgsql as $$
begin
  update product_document set is_outdated = true
  where ended_by is null and product_id in (
    select product.id from product join category on category.id = product.category_id where category.path @> array[new.id]
  );
  return null;
end $$;
create trigger search_note_category after update of name, translations, path on category
  for each row when (old.* is distinct from new.*) execute function search.note_category();

drop index product_search_index;
alter table product drop column search;
drop function search.product_words(text, text, jsonb);
drop function search.query_of(text);
select search.write_document(id) from product;

-- Words of what is on sale: as they are compared, as they are best written, and in how many products.
create table known_word (
  word text not null primary key,
  written text not null,
  products int not null
);
create index known_word_trigrams on known_word using gist (word gist_trgm_ops);

-- What is on sale has changed its words: they are counted anew.
-- One at a time, so that two do not wait for each other's words.
create function search.count_words() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('known words', 0));
  with counted as (
    select word as written, ndoc as products from ts_stat($q$
      select to_tsvector('simple', regexp_replace(lower(name || ' ' || description || ' ' || jsonb_path_query_array(translations, '$.*.*')::text || ' '
        || search.category_names(category_id)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf]+', ' ', 'g'))
      from product where status = 'PUBLISHED' and withheld_at is null
    $q$)
  ), known as (
    select distinct on (search.plain(written)) search.plain(written) as word, written, sum(products) over (partition by search.plain(written)) as products
    from counted where written ~ '^[^0-9]{3,40}$' order by search.plain(written), products desc, written
  ), gone as (
    delete from known_word where not exists (select from known where known.word = known_word.word)
  )
  insert into known_word (word, written, products) select word, written, products from known
  on conflict (word) do update set written = excluded.written, products = excluded.products
  where (known_word.written, known_word.products) is distinct from (excluded.written, excluded.products);
end $$;

-- What somebody meant who typed this word with a wrong letter or two, two letters in each other's place, or two words as one; null where
-- it is known well enough, or nothing is near. A word that a product has is put right only to one that is far more common.
create function search.put_right(typed text, is_beginning boolean) returns text language plpgsql stable strict as $$
declare
  plain text := search.plain(typed);
  length int := length(plain);
  most_wrong int := case when length < 4 then 0 when length < 6 then 1 else 2 end;
  found_in int;
  meant text;
begin
  if plain !~ '^[^0-9 ]{3,40}$' then return null; end if;
  found_in := search.count_up_to(3, search.forms_of(plain, is_beginning));
  if found_in >= 3 or exists (select from synonym where stems && tsvector_to_array(search.words_of(plain))) then return null; end if;

  select near.written into meant from (
    select known_word.*, 1 as wrong, true as is_swapped from known_word
    where word in (select overlay(plain placing reverse(substr(plain, place, 2)) from place for 2) from generate_series(1, length - 1) as place)
    union all
    select alike.*, levenshtein_less_equal(word, plain, most_wrong), false
    from (select * from known_word order by word <-> plain limit 50) as alike
  ) near
  where near.word <> plain and (near.is_swapped or near.wrong <= most_wrong)
    and (found_in = 0 or near.wrong = 1 and near.products >= 10 * found_in)
  order by near.wrong, near.products desc, near.word limit 1;
  if meant is not null or found_in > 0 then return meant; end if;

  select first.written || ' ' || second.written into meant
  from generate_series(3, length - 3) as place
    join known_word first on first.word = left(plain, place)
    join known_word second on second.word = substr(plain, place + 1)
  order by least(first.products, second.products) desc limit 1;
  return meant;
end $$;

-- In how many products on sale this finds something, counted no further than the limit.
create function search.count_up_to(most int, words tsquery) returns int language sql stable strict
begin atomic
  select count(*) from (
    select from product_document where ended_by is null and is_on_sale and product_document.words @@ count_up_to.words limit most
  ) few;
end;

-- A query of words and phrases that all have to be there; one of several where they are alternatives; in no language, and in no form, those
-- that are excluded. Where it may be wide, other words of the same meaning do too, and words that say little, or whose first letter alone is
-- there yet, need not be found.
create function search.query_of(terms jsonb, is_wide boolean) returns tsquery language plpgsql stable strict as $$
declare
  term record;
  forms tsquery;
  wanted tsquery := '';
  alternatives tsquery := '';
  excluded tsquery := '';
  says_more boolean := false;
begin
  select bool_or(not "isExcluded" and ("isPhrase" or not search.is_filler(words)) and length(search.plain(words)) > 1 and numnode(search.forms_of(words, false)) > 0) into says_more
  from jsonb_to_recordset(terms) as (words text, "isExcluded" boolean, "isPhrase" boolean);

  for term in select * from jsonb_to_recordset(terms)
    as (words text, "isExcluded" boolean, "isPhrase" boolean, "isAlternative" boolean, "isBeginning" boolean)
  loop
    forms := search.forms_of(term.words, term."isBeginning");
    if term."isExcluded" then
      excluded := excluded || forms;
    elsif is_wide and says_more and not term."isPhrase" and (search.is_filler(term.words) or term."isBeginning" and length(search.plain(term.words)) = 1) then
      continue;
    else
      if is_wide and not term."isPhrase" then forms := forms || search.synonyms_of(term.words); end if;
      if not term."isAlternative" then
        wanted := wanted && alternatives;
        alternatives := '';
      end if;
      alternatives := alternatives || forms;
    end if;
  end loop;
  return wanted && alternatives && case when numnode(excluded) > 0 then !!excluded else '' end;
end $$;

create function search.synonyms_of(words text) returns tsquery language plpgsql stable strict as $$
declare
  found tsquery := '';
  other text;
begin
  for other in
    select distinct same.word from synonym join synonym same using (meaning) where synonym.stems && tsvector_to_array(search.words_of(words))
  loop
    found := found || search.forms_of(other, false);
  end loop;
  return found;
end $$;

-- How well a product fits: all words in its name before all words anywhere, those that were typed before others that mean the same, and
-- a short name before a long one.
create function search.rank(name_words tsvector, words tsvector, typed tsquery, wanted tsquery) returns real language sql immutable parallel safe
return case
    when name_words @@ wanted then 2 + ts_rank('{0.05, 0.2, 0.4, 1}', name_words, wanted, 1)
    else ts_rank('{0.05, 0.2, 0.4, 1}', words, wanted)
  end + case when name_words @@ typed then 2 when words @@ typed then 1 else 0 end;

-- How a query is understood: as it was typed, what it is to find, and, where its words find less than three products, each of them put right;
-- null where a word stays as it is, or all do. Words that were put right before are given, and not looked up again.
create function search.understood(terms jsonb, righted jsonb, out typed tsquery, out wanted tsquery, out spelling text[])
language plpgsql stable as $$
declare
  meant tsquery;
begin
  typed := search.query_of(terms, false);
  wanted := search.query_of(terms, true);
  if righted is null and search.count_up_to(3, wanted) < 3 then
    select array_agg(case when place <= 12 and not "isExcluded" and not "isPhrase" then search.put_right(words, "isBeginning") end order by place)
    into spelling
    from rows from (jsonb_to_recordset(terms) as (words text, "isExcluded" boolean, "isPhrase" boolean, "isBeginning" boolean)) with ordinality
      as given (words, "isExcluded", "isPhrase", "isBeginning", place);
    select jsonb_agg(case when spelling[place] is null then term else term || jsonb_build_object('words', spelling[place]) end order by place)
    into righted from jsonb_array_elements(terms) with ordinality as given (term, place) where num_nonnulls(variadic spelling) > 0;
  end if;
  if righted is null then spelling := null; return; end if;
  meant := search.query_of(righted, true);
  if search.count_up_to(1, meant) = 0 then spelling := null;
  else wanted := wanted || meant;
  end if;
end $$;

select search.count_words();

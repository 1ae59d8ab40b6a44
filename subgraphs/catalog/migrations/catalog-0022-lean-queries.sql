-- For the first few of what is found, the planner would rather read the table from its beginning: slow where nothing is found.
alter function search.count_up_to(int, tsquery) set enable_seqscan = off;

-- One of several queries, each once: the forms of a word are often the same in several languages, and each costs time.
create function search.one_of(queries tsquery[]) returns tsquery language sql immutable strict parallel safe
return coalesce((select string_agg(distinct '(' || query::text || ')', ' | ')::tsquery from unnest(queries) as query where numnode(query) > 0), '');

create or replace function search.forms_of(words text, is_beginning boolean) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
  plain text := search.plain(words);
begin
  return search.one_of(array[
    phraseto_tsquery('simple', plain), phraseto_tsquery('english', plain), phraseto_tsquery('spanish', search.spanish(plain)),
    phraseto_tsquery('portuguese', search.portuguese(plain)), phraseto_tsquery('simple', search.joined(words)),
    case when is_beginning and plain ~ '[^ ]{2}$' then to_tsquery('simple', replace(plain, ' ', ' <-> ') || ':*') end
  ]);
end $$;

create or replace function search.synonyms_of(words text) returns tsquery language sql stable strict
return coalesce((
  select search.one_of(array_agg(distinct search.forms_of(same.word, false)))
  from synonym join synonym same using (meaning) where synonym.stems && tsvector_to_array(search.words_of(synonyms_of.words))
), '');

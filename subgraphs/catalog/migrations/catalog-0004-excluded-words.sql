-- What somebody typed, in the syntax of web searches. What is wanted is found in any language; what is excluded, by a dash before
-- a word or phrase, may be there in none: else a word would be found in the form that another language gives it. The last word
-- may be the beginning of one, unless it is part of a phrase or excluded.
create or replace function search.query_of(typed text) returns tsquery language sql immutable strict parallel safe
begin atomic
  with given as (
    select search.unaccented(typed) as words
  ), parts as (
    select match[1] as part, place from given, regexp_matches(words, '-*"[^"]*"?|[^\s"]+', 'g') with ordinality as matches (match, place)
  ), split as (
    select
      coalesce((select string_agg(part, ' ' order by place) from parts where part !~ '^-'), '') as wanted,
      coalesce((select string_agg(ltrim(part, '-'), ' or ') from parts where part ~ '^-'), '') as excluded,
      case when words !~ '"' then substring(words from '(?:^|\s)([[:alnum:]]+)\s*$') end as beginning
    from given
  ), headed as (
    select wanted, excluded, beginning, regexp_replace(wanted, '\S+\s*$', '') as head from split
  ), parsed as (
    select
      websearch_to_tsquery('simple', wanted) || websearch_to_tsquery('english', wanted) || websearch_to_tsquery('spanish', wanted) as wanted,
      websearch_to_tsquery('simple', head) || websearch_to_tsquery('english', head) || websearch_to_tsquery('spanish', head) as head,
      websearch_to_tsquery('simple', excluded) || websearch_to_tsquery('english', excluded) || websearch_to_tsquery('spanish', excluded) as excluded,
      to_tsquery('simple', beginning || ':*') as beginning
    from headed
  )
  select case when beginning is null then wanted else wanted || (head && beginning) end && !!excluded from parsed;
end;

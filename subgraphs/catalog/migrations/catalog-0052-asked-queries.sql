-- Who looked for what in the last 30 days; the mark tells nobody who they are.
create table asked_query (
  words text not null,
  asker_mark text not null,
  asked_on date not null,
  primary key (words, asker_mark)
);
create index asked_query_asked_on_index on asked_query (asked_on);

-- What people look for, without accents and capitals and as somebody wrote it last, and how many of them.
create table known_query (
  words text not null,
  written text not null,
  askers int not null,
  primary key (words)
);
create index known_query_beginning on known_query (words text_pattern_ops) where askers >= 3;

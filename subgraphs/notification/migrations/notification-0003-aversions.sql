-- Who has blocked or muted whom, as user has said it.
create table aversion (
  account_id text not null,
  other_id text not null,
  relation text not null,
  until timestamptz(3) null,
  primary key (account_id, other_id, relation),
  constraint aversion_relation_check check (relation in ('BLOCK', 'MUTE'))
);

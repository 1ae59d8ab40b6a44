-- Whom somebody does not want to hear of, and what they noted about others.
create table block (
  account_id text not null,
  blocked_id text not null,
  blocked_at timestamptz(3) not null,
  primary key (account_id, blocked_id),
  constraint block_account_id_foreign foreign key (account_id) references account (id) on update cascade on delete cascade,
  constraint block_blocked_id_foreign foreign key (blocked_id) references account (id) on update cascade on delete cascade
);
create index block_account_id_blocked_at_blocked_id_index on block (account_id, blocked_at, blocked_id);

create table mute (
  account_id text not null,
  muted_id text not null,
  muted_at timestamptz(3) not null,
  until timestamptz(3) null,
  primary key (account_id, muted_id),
  constraint mute_account_id_foreign foreign key (account_id) references account (id) on update cascade on delete cascade,
  constraint mute_muted_id_foreign foreign key (muted_id) references account (id) on update cascade on delete cascade
);
create index mute_account_id_muted_at_muted_id_index on mute (account_id, muted_at, muted_id);
create index mute_until_index on mute (until) where until is not null;

create table note (
  account_id text not null,
  about_id text not null,
  text text not null,
  primary key (account_id, about_id),
  constraint note_account_id_foreign foreign key (account_id) references account (id) on update cascade on delete cascade,
  constraint note_about_id_foreign foreign key (about_id) references account (id) on update cascade on delete cascade
);

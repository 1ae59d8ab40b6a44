-- What was mailed as a link: whoever has it proves that the address is theirs. One that was asked for an address that nobody has is nobody's.
create table mailed_token (
  hash text not null,
  account_id text,
  purpose text not null,
  email text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (hash),
  constraint mailed_token_account_id_foreign foreign key (account_id) references account (id) on delete set null,
  constraint mailed_token_purpose_check check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CHANGE_EMAIL'))
);
create index mailed_token_account_id_purpose_index on mailed_token (account_id, purpose);
create index mailed_token_expires_at_index on mailed_token (expires_at);

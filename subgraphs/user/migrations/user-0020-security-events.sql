-- What happened to the safety of accounts: who tried to sign in, and what was changed. A sign-in with an e-mail that no account has is nobody's.
create table security_event (
  id text not null,
  kind text not null,
  account_id text,
  actor_id text,
  email text,
  role text,
  reason text,
  ip_address text,
  user_agent text,
  is_suspicious boolean not null,
  occurred_at timestamptz(3) not null,
  primary key (id),
  constraint security_event_account_id_foreign foreign key (account_id) references account (id) on delete set null
);
create index security_event_account_id_occurred_at_id_index on security_event (account_id, occurred_at, id);
create index security_event_occurred_at_id_index on security_event (occurred_at, id);
create index security_event_ip_address_occurred_at_index on security_event (ip_address, occurred_at);

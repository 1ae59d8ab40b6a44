-- From what an account was signed in: a digest of the device and its network, so that their owner is told of a new one.
create table known_device (
  account_id text not null,
  device text not null,
  last_used_at timestamptz(3) not null,
  primary key (account_id, device),
  constraint known_device_account_id_foreign foreign key (account_id) references account (id)
);
create index known_device_last_used_at_index on known_device (last_used_at);

-- Companies that vouch for people. Who came with one has no password until they set it.
create table identity (
  id text not null,
  account_id text not null,
  issuer text not null,
  subject text not null,
  email text,
  linked_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  primary key (id),
  constraint identity_account_id_foreign foreign key (account_id) references account (id),
  constraint identity_issuer_subject_unique unique (issuer, subject),
  constraint identity_account_id_issuer_unique unique (account_id, issuer)
);

alter table account alter column password_hash drop not null;
alter table session add column provider_issuer text;
alter table session drop constraint session_method_check;
alter table session add constraint session_method_check check (method in ('PASSWORD', 'PROVIDER', 'REGISTRATION'));
alter table sign_in_challenge add column provider_issuer text;
alter table sign_in_challenge drop constraint sign_in_challenge_method_check;
alter table sign_in_challenge add constraint sign_in_challenge_method_check check (method in ('PASSWORD', 'PROVIDER', 'REGISTRATION'));

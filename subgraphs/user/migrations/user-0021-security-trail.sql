-- Whether an operator did it, which its owner may know; who it was, may not. What happened to an account goes with the account.
alter table security_event add column is_by_operator boolean not null default false;
update security_event set is_by_operator = true
  where actor_id is not null or kind in ('TWO_FACTOR_RESET', 'ROLE_GRANTED', 'ROLE_REVOKED', 'SUSPENDED', 'SELLER_VERIFIED',
    'SELLER_VERIFICATION_REJECTED', 'SELLER_VERIFICATION_REVOKED');
alter table security_event drop constraint security_event_account_id_foreign;
alter table security_event add constraint security_event_account_id_foreign
  foreign key (account_id) references account (id) on delete cascade;

-- From which network a link was asked for, so that one network cannot use up what an address gets.
alter table mailed_token add column asked_from text null;

-- When somebody last signed in to an account; of those who did before this, as sessions and the audit trail tell.
alter table account add column last_signed_in_at timestamptz(3) null;
update account set last_signed_in_at = told.at
  from (
    select account_id, max(at) as at
    from (
      select account_id, created_at as at from session
      union all
      select account_id, occurred_at from security_event where kind in ('SIGNED_IN', 'REGISTERED')
    ) each
    group by account_id
  ) told
  where told.account_id = account.id;
-- Who never did comes last, whichever way.
create index account_last_sign_in_newest on account (coalesce(last_signed_in_at, '-infinity'), id);
create index account_last_sign_in_oldest on account (coalesce(last_signed_in_at, 'infinity'), id);

alter table checkout_saga rename column patience_ms to timeout_ms;

-- stuck_reason: why a saga waits for an operator, since stuck_at.
alter table checkout_saga add column stuck_at timestamptz(3), add column stuck_reason text;
update checkout_saga set stuck_at = now(), stuck_reason = 'Nobody answered.' where status = 'STUCK';
alter table checkout_saga
  add constraint checkout_saga_stuck_check check ((status = 'STUCK') = (stuck_at is not null)),
  add constraint checkout_saga_stuck_reason_check check ((stuck_at is null) = (stuck_reason is null));
create index checkout_saga_stuck_at_index on checkout_saga (stuck_at) where stuck_at is not null;

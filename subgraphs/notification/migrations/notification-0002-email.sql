-- What was, or will be, sent: variables and sealed_secrets make its text, and are forgotten once nobody needs it any more.
create table email (
  id text not null,
  address text not null,
  recipient_id text,
  template_key text not null,
  locale text not null,
  subject text not null,
  variables jsonb not null,
  sealed_secrets text,
  expires_at timestamptz(3),
  status text not null,
  attempts int not null,
  last_attempt int not null,
  last_error text,
  provider_message_id text,
  next_attempt_at timestamptz(3),
  sent_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id),
  constraint email_status_check check (status in ('QUEUED', 'SENT', 'FAILED', 'DEAD'))
);
create index email_due on email (next_attempt_at) where next_attempt_at is not null;
create index email_created_at_id_index on email (created_at, id);
create index email_updated_at_id_index on email (updated_at, id);
create index email_recipient_id_index on email (recipient_id);

-- duration_ms is null while it lasts, and of one whose process ended meanwhile until the next process says so.
create table email_attempt (
  email_id text not null,
  number int not null,
  started_at timestamptz(3) not null,
  duration_ms int,
  response text,
  error text,
  primary key (email_id, number),
  constraint email_attempt_email_id_foreign foreign key (email_id) references email (id) on delete cascade
);
create index email_attempt_under_way on email_attempt (email_id) where duration_ms is null;

-- Its row is the lock of a recipient's notifications, so that unread_count is exact.
create table recipient (
  id text not null,
  display_name text,
  locale text,
  unread_count int not null default 0,
  primary key (id)
);

-- seq is the notification's place in the live feed of its recipient. An event tells a person one thing of a kind, once.
create table notification (
  id text not null,
  recipient_id text not null,
  seq int not null,
  event_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  actor_id text,
  subject_type text not null,
  subject_id text not null,
  read_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (id),
  constraint notification_recipient_id_seq_unique unique (recipient_id, seq),
  constraint notification_recipient_id_event_id_kind_unique unique (recipient_id, event_id, kind),
  constraint notification_recipient_id_foreign foreign key (recipient_id) references recipient (id),
  constraint notification_kind_check check (kind in ('ORDER_UPDATED', 'PRODUCT_SOLD', 'COMMENT_ADDED')),
  constraint notification_subject_type_check check (subject_type in ('Order', 'Post', 'Comment'))
);
create index notification_unread on notification (recipient_id, seq) where read_at is null;

-- That the parties of an order were told of this ending.
create table order_notice (
  order_id text not null,
  ending text not null,
  primary key (order_id, ending),
  constraint order_notice_ending_check check (ending in ('CONFIRMED', 'CANCELLED'))
);

-- deadline_at: when the running step's answer is late. payment_due_at: when the payment provider is to be asked (again).
create table checkout_saga (
  id text not null,
  order_id text not null,
  status text not null,
  steps jsonb not null,
  payment_method_id text not null,
  traceparent text not null,
  patience_ms int not null,
  deadline_at timestamptz(3),
  payment_due_at timestamptz(3),
  primary key (id),
  constraint checkout_saga_order_id_unique unique (order_id),
  constraint checkout_saga_order_id_foreign foreign key (order_id) references orders (id),
  constraint checkout_saga_status_check check (status in ('RUNNING', 'COMPLETED', 'COMPENSATING', 'COMPENSATED', 'STUCK'))
);
create index checkout_saga_deadline_at_index on checkout_saga (deadline_at) where deadline_at is not null;
create index checkout_saga_payment_due_at_index on checkout_saga (payment_due_at) where payment_due_at is not null;

-- Our books of payments: rows are added, never changed.
create table payment (
  id text not null,
  saga_id text not null,
  kind text not null,
  amount_minor_units bigint not null,
  currency_code text not null,
  detail text,
  recorded_at timestamptz(3) not null,
  primary key (id),
  constraint payment_saga_id_kind_unique unique (saga_id, kind),
  constraint payment_saga_id_foreign foreign key (saga_id) references checkout_saga (id),
  constraint payment_kind_check check (kind in ('INITIATED', 'SUCCEEDED', 'FAILED', 'REFUNDED'))
);

-- The sandbox provider's own books, which nothing of ours refers to.
create table sandbox_payment (
  saga_id text not null,
  state text not null,
  method text,
  amount_minor_units bigint,
  currency_code text,
  created_at timestamptz(3) not null,
  primary key (saga_id),
  constraint sandbox_payment_state_check check (state in ('TAKEN', 'DECLINED', 'VOIDED', 'REFUNDED'))
);

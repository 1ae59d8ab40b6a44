-- A payment is of an order; saga_id is what the provider knows the charge by.
alter table payment add column order_id text;
update payment set order_id = checkout_saga.order_id from checkout_saga where checkout_saga.id = payment.saga_id;
alter table payment
  alter column order_id set not null,
  drop constraint payment_saga_id_foreign,
  add constraint payment_order_id_foreign foreign key (order_id) references orders (id);

-- An order has no place in its buyer's feed before it is announced, and is not stored before that.
alter table orders
  alter column buyer_seq drop not null,
  add constraint orders_announced_check check (buyer_seq is not null);

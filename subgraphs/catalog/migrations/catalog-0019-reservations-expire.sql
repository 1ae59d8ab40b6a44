-- Since when the ending of an order is waited for, or order was last reminded of it.
alter table stock_reservation add column waiting_since timestamptz(3);
update stock_reservation set waiting_since = created_at;
alter table stock_reservation alter column waiting_since set not null;
create index stock_reservation_waiting_since_index on stock_reservation (waiting_since) where status = 'RESERVED';

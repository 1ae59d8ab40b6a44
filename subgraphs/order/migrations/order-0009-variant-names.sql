-- What a variant's options said when it was ordered; of orders before, nobody wrote it down.
alter table order_line add column variant_name text null;

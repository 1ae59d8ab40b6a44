-- An amount without its currency says in its name what it counts, as the amounts of order do.
alter table product rename column price_from to price_from_minor_units;
alter table product_variant rename column price to price_minor_units;

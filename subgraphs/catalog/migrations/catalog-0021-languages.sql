-- The language that a product's name and description were written in.
alter table product add column locale text;
update product set locale = 'en';
alter table product alter column locale set not null;

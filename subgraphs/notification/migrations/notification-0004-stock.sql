-- Sellers are told of what runs out.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('ORDER_UPDATED', 'PRODUCT_SOLD', 'STOCK_LOW', 'SOLD_OUT', 'COMMENT_ADDED'));
alter table notification drop constraint notification_subject_type_check;
alter table notification add constraint notification_subject_type_check check (subject_type in ('Order', 'ProductVariant', 'Post', 'Comment'));

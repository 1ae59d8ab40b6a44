-- Sellers and authors are told of reviews.
alter table notification
  drop constraint notification_kind_check,
  drop constraint notification_subject_type_check,
  add constraint notification_kind_check check (kind in (
    'ORDER_UPDATED', 'PRODUCT_SOLD', 'STOCK_LOW', 'SOLD_OUT', 'PRODUCT_JOB_FINISHED', 'COMMENT_ADDED',
    'PRODUCT_PUBLICATION_FAILED', 'PRODUCT_TAKEN_DOWN', 'REVIEW_RECEIVED', 'REVIEW_DECIDED', 'REVIEW_ANSWERED'
  )),
  add constraint notification_subject_type_check check (subject_type in (
    'Order', 'ProductVariant', 'ProductImport', 'ProductExport', 'Post', 'Comment', 'Product', 'Review'
  ));

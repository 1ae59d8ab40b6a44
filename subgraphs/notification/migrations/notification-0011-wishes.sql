-- People are told of what they wish for.
alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in (
    'ORDER_UPDATED', 'PRODUCT_SOLD', 'STOCK_LOW', 'SOLD_OUT', 'PRODUCT_JOB_FINISHED', 'COMMENT_ADDED',
    'PRODUCT_PUBLICATION_FAILED', 'PRODUCT_TAKEN_DOWN', 'REVIEW_RECEIVED', 'REVIEW_DECIDED', 'REVIEW_ANSWERED',
    'BACK_IN_STOCK', 'PRICE_DROPPED'
  ));

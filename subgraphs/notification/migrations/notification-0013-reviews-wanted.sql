-- Who moderates; known from what user says of their roles from now on, and of the time before once the projection is replayed.
alter table recipient add column is_moderator boolean not null default false;
create index recipient_moderators on recipient (id) where is_moderator;

-- Buyers are asked for reviews, moderators are told of those that wait.
alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in (
    'ORDER_UPDATED', 'PRODUCT_SOLD', 'STOCK_LOW', 'SOLD_OUT', 'PRODUCT_JOB_FINISHED', 'COMMENT_ADDED',
    'PRODUCT_PUBLICATION_FAILED', 'PRODUCT_TAKEN_DOWN', 'REVIEW_RECEIVED', 'REVIEW_DECIDED', 'REVIEW_ANSWERED',
    'BACK_IN_STOCK', 'PRICE_DROPPED', 'REVIEW_REQUESTED', 'REVIEW_SUBMITTED'
  ));

-- Why moderators took a product off sale; null where they did not, or reinstated it.
alter table product
  add column taken_down_at timestamptz(3) null,
  add column taken_down_by text null,
  add column takedown_reason text null,
  add column takedown_message text null,
  add constraint product_takedown_reason_check check (takedown_reason in
    ('SPAM', 'OFFENSIVE', 'ILLEGAL', 'COUNTERFEIT', 'MISLEADING', 'PERSONAL_DATA', 'CONFLICT_OF_INTEREST', 'OTHER'));

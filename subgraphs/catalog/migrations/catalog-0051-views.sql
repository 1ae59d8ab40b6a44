-- Whether what somebody looks at may be used to choose what to show them, as user says it.
create table viewer (user_id text not null, is_personalised boolean not null, primary key (user_id));

-- What somebody looked at last.
create table product_view (
  viewer_id text not null,
  product_id text not null,
  viewed_at timestamptz(3) not null,
  primary key (viewer_id, product_id)
);
create index product_view_viewer_id_viewed_at_index on product_view (viewer_id, viewed_at);

-- How often each product was looked at, by hour.
create table product_view_hour (
  product_id text not null,
  hour timestamptz(3) not null,
  source text not null,
  views int not null,
  primary key (product_id, hour, source),
  constraint product_view_hour_source_check
    check (source in ('DIRECT', 'SEARCH', 'CATEGORY', 'RECOMMENDATION', 'WISHLIST', 'DISCUSSION', 'NOTIFICATION'))
);
create index product_view_hour_hour_index on product_view_hour (hour);

-- What was looked at a moment ago; the mark tells nobody who they are.
create table recent_view (
  viewer_mark text not null,
  product_id text not null,
  seen_at timestamptz(3) not null,
  primary key (viewer_mark, product_id)
);
create index recent_view_seen_at_index on recent_view (seen_at);

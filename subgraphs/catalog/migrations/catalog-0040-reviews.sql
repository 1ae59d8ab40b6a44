-- Who has blocked or muted whom, as user has said it.
create table aversion (
  account_id text not null,
  other_id text not null,
  relation text not null,
  until timestamptz(3) null,
  primary key (account_id, other_id, relation),
  constraint aversion_relation_check check (relation in ('BLOCK', 'MUTE'))
);

-- What arrived at whom, as order has said it.
create table delivery (
  order_id text not null,
  variant_id text not null,
  product_id text not null,
  buyer_id text not null,
  delivered_at timestamptz(3) not null,
  primary key (order_id, variant_id)
);
create index delivery_buyer_id_product_id_index on delivery (buyer_id, product_id);

-- shown_at: when everybody could first read it. words: what it is found by.
create table review (
  id text not null,
  product_id text not null,
  seller_id text not null,
  author_id text not null,
  rating int not null,
  title text null,
  body text not null,
  locale text not null,
  status text not null,
  shown_at timestamptz(3) null,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3) null,
  version int not null,
  helpful_count int not null,
  decided_at timestamptz(3) null,
  decided_by text null,
  rejection_reason text null,
  decision_message text null,
  answer text null,
  answered_at timestamptz(3) null,
  answer_edited_at timestamptz(3) null,
  words tsvector not null generated always as (search.words_of(coalesce(title, '') || ' ' || body)) stored,
  primary key (id),
  constraint review_product_id_author_id_unique unique (product_id, author_id),
  constraint review_product_id_foreign foreign key (product_id) references product (id),
  constraint review_rating_check check (rating >= 1 and rating <= 5),
  constraint review_status_check check (status in ('PENDING', 'APPROVED', 'REJECTED')),
  constraint review_helpful_count_check check (helpful_count >= 0),
  constraint review_rejection_reason_check
    check (rejection_reason in ('SPAM', 'OFFENSIVE', 'ILLEGAL', 'COUNTERFEIT', 'MISLEADING', 'PERSONAL_DATA', 'CONFLICT_OF_INTEREST', 'OTHER'))
);
create index review_product_id_created_at_id_index on review (product_id, created_at, id);
create index review_product_id_helpful_count_id_index on review (product_id, helpful_count, id);
create index review_author_id_created_at_id_index on review (author_id, created_at, id);
create index review_seller_id_created_at_id_index on review (seller_id, created_at, id);
create index review_pending_index on review (created_at, id) where status = 'PENDING';
create index review_words_index on review using gin (words);

-- Whom it helped.
create table review_vote (
  review_id text not null,
  voter_id text not null,
  primary key (review_id, voter_id),
  constraint review_vote_review_id_foreign foreign key (review_id) references review (id) on delete cascade
);

-- The mean of so many reviews of 1, 2, 3, 4 and 5 stars; 0 without any.
create function search.rating_average(histogram int[]) returns double precision language sql immutable parallel safe
return (select coalesce(sum(star * number)::double precision / nullif(sum(number), 0), 0) from unnest(histogram) with ordinality as counted (number, star));

-- The same as if there were five of three stars besides: a few reviews weigh less than many.
create function search.rating_score(histogram int[]) returns real language sql immutable parallel safe
return (select ((sum(star * number) + 15)::double precision / (sum(number) + 5))::real from unnest(histogram) with ordinality as counted (number, star));

-- Approved reviews of 1, 2, 3, 4 and 5 stars.
alter table product add column rating_histogram int[] not null default '{0,0,0,0,0}';
alter table product add column rating_average double precision not null generated always as (search.rating_average(rating_histogram)) stored;
alter table product add column rating_score real not null generated always as (search.rating_score(rating_histogram)) stored;
alter table product add constraint product_rating_histogram_check check (cardinality(rating_histogram) = 5 and 0 <= all (rating_histogram));
create index product_rating_score_index on product (rating_score, id) where status = 'PUBLISHED' and withheld_at is null;

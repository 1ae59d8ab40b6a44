create table community (
  id text not null,
  slug text not null,
  name text not null,
  primary key (id),
  constraint community_slug_unique unique (slug)
);
create index community_name_id_index on community (name, id);

-- author_id and product_id belong to other services: nothing here can hold them to what exists there.
create table post (
  id text not null,
  community_id text not null,
  author_id text not null,
  product_id text,
  title text not null,
  body text not null,
  comment_count int not null,
  created_at timestamptz(3) not null,
  primary key (id),
  constraint post_community_id_foreign foreign key (community_id) references community (id)
);
create index post_community_id_created_at_id_index on post (community_id, created_at, id);
create index post_product_id_created_at_id_index on post (product_id, created_at, id);

-- seq is the comment's place in the live feed of its post.
create table comment (
  id text not null,
  post_id text not null,
  parent_id text,
  author_id text not null,
  body text not null,
  seq int not null,
  created_at timestamptz(3) not null,
  primary key (id),
  constraint comment_post_id_seq_unique unique (post_id, seq),
  constraint comment_post_id_foreign foreign key (post_id) references post (id),
  constraint comment_parent_id_foreign foreign key (parent_id) references comment (id)
);
create index comment_parent_id_seq_index on comment (parent_id, seq);

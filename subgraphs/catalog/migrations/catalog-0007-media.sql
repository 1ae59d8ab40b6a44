-- Files that people upload. upload_ends_at: until when bytes may come. unused_since: null while something shows it. claimed_until: until when one process
-- looks at it, so that no other does.
create table media (
  id text not null,
  owner_id text not null,
  purpose text not null,
  kind text not null,
  status text not null,
  rejection text null,
  filename text not null,
  content_type text not null,
  byte_size bigint not null,
  width int null,
  height int null,
  thumbhash text null,
  alt_texts jsonb not null,
  focal_x double precision null,
  focal_y double precision null,
  created_at timestamptz(3) not null,
  upload_ends_at timestamptz(3) not null,
  unused_since timestamptz(3) null,
  claimed_until timestamptz(3) null,
  attempts int not null,
  primary key (id),
  constraint media_purpose_check check (purpose in ('PRODUCT', 'AVATAR', 'DOCUMENT')),
  constraint media_kind_check check (kind in ('IMAGE', 'VIDEO', 'DOCUMENT')),
  constraint media_status_check check (status in ('AWAITING_UPLOAD', 'PROCESSING', 'READY', 'REJECTED')),
  constraint media_rejection_check check (rejection in ('TYPE_MISMATCH', 'TOO_LARGE', 'DAMAGED', 'UNSAFE'))
);
create index media_owner_id_created_at_id_index on media (owner_id, created_at, id);
create index media_processing on media (created_at) where status = 'PROCESSING';
create index media_unused on media (unused_since) where unused_since is not null;

-- Which files something shows, in which order: a product, or whatever else has an id.
create table media_use (
  used_by text not null,
  media_id text not null,
  position int not null,
  primary key (used_by, media_id),
  constraint media_use_media_id_foreign foreign key (media_id) references media (id) on delete cascade
);
create index media_use_media_id_index on media_use (media_id);

-- Keys under which bytes are to be removed from where they are kept, from an instant on.
create table media_leftover (
  key text not null,
  remove_at timestamptz(3) not null,
  primary key (key)
);
create index media_leftover_remove_at_index on media_leftover (remove_at);

-- Imports and exports of products. done_row: the line of the file behind which an import goes on. turn_at: whose turn was longest ago is next.
-- lease_until: until when one process works on it, so that no other does.
create table product_job (
  id text not null,
  kind text not null,
  status text not null,
  format text not null,
  mode text null,
  is_dry_run boolean not null,
  include_stock boolean not null,
  filter jsonb null,
  requested_by text not null,
  language text not null,
  media_id text null,
  total_rows int null,
  done_row int not null,
  processed_rows int not null,
  created_count int not null,
  updated_count int not null,
  unchanged_count int not null,
  failed_count int not null,
  byte_size bigint null,
  created_at timestamptz(3) not null,
  finished_at timestamptz(3) null,
  swept_at timestamptz(3) null,
  turn_at timestamptz(3) not null,
  lease text null,
  lease_until timestamptz(3) null,
  attempts int not null,
  primary key (id),
  constraint product_job_kind_check check (kind in ('IMPORT', 'EXPORT')),
  constraint product_job_status_check check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED')),
  constraint product_job_format_check check (format in ('CSV', 'JSON_LINES')),
  constraint product_job_mode_check check (mode in ('UPSERT', 'CREATE_ONLY', 'UPDATE_ONLY'))
);
create index product_job_requested_by_created_at_id_index on product_job (requested_by, created_at, id);
create unique index product_job_open on product_job (requested_by, kind) where status in ('QUEUED', 'RUNNING');
create index product_job_turn on product_job (kind, turn_at) where status in ('QUEUED', 'RUNNING');
create index product_job_kept on product_job (kind, finished_at) where finished_at is not null and swept_at is null;

create table product_import_error (
  job_id text not null,
  row int not null,
  position int not null,
  column_name text null,
  value text null,
  code text not null,
  message jsonb not null,
  primary key (job_id, row, position),
  constraint product_import_error_job_id_foreign foreign key (job_id) references product_job (id) on delete cascade
);

alter table media drop constraint media_purpose_check;
alter table media add constraint media_purpose_check check (purpose in ('PRODUCT', 'AVATAR', 'DOCUMENT', 'IMPORT'));
alter table stock_movement drop constraint stock_movement_kind_check;
alter table stock_movement add constraint stock_movement_kind_check
  check (kind in ('RECEIVED', 'RESERVED', 'RELEASED', 'SOLD', 'RETURNED', 'DAMAGED', 'LOST', 'FOUND', 'COUNTED', 'TRANSFERRED', 'IMPORTED'));

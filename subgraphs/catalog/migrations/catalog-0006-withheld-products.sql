-- Products of sellers who may not sell for now.
alter table seller add column is_suspended boolean not null default false;
alter table seller alter column is_suspended drop default;
alter table product add column withheld_at timestamptz(3) null;

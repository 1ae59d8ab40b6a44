create table "seller_verification" ("id" text not null, "account_id" text not null, "status" text not null, "legal_name" text not null, "country_code" text not null, "registration_number" text null, "address" jsonb null, "note" text null, "rejection_reason" text null, "rejection_message" text null, "submitted_at" timestamptz(3) not null, "decided_at" timestamptz(3) null, "decided_by" text null, "version" int not null, primary key ("id"));
create index "seller_verification_account_id_submitted_at_index" on "seller_verification" ("account_id", "submitted_at");
create index "seller_verification_status_submitted_at_id_index" on "seller_verification" ("status", "submitted_at", "id");
create unique index "seller_verification_pending" on "seller_verification" ("account_id") where status = 'PENDING';
alter table "seller_verification" add constraint "seller_verification_status_check" check ("status" in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED'));
alter table "seller_verification" add constraint "seller_verification_rejection_reason_check" check ("rejection_reason" in ('DOCUMENT_UNREADABLE', 'DATA_MISMATCH', 'NOT_ELIGIBLE', 'FRAUD_SUSPECTED', 'POLICY_VIOLATION', 'OTHER'));
alter table "seller_verification" add constraint "seller_verification_account_id_foreign" foreign key ("account_id") references "account" ("id");

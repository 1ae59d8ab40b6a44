create index "session_revoked_at_index" on "session" ("revoked_at") where revoked_at is not null;

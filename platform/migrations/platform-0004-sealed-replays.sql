-- What is kept for a repeat may hold tokens: it is sealed with the request, so that this table alone gives nothing away.
delete from platform.idempotency;
alter table platform.idempotency drop column payload;
alter table platform.idempotency add column payload text not null;

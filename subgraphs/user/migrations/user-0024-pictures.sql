-- Pictures of shops, and what a known file is; those that were heard of before are pictures and PDFs.
alter table seller_page add column logo_id text null;
alter table seller_page add column banner_id text null;

alter table known_file add column kind text not null default 'IMAGE';
alter table known_file alter column kind drop default;

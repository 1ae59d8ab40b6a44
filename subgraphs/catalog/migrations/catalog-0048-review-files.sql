-- Files are uploaded for reviews, too.
alter table media drop constraint media_purpose_check;
alter table media add constraint media_purpose_check check (purpose in ('PRODUCT', 'AVATAR', 'DOCUMENT', 'IMPORT', 'REVIEW'));

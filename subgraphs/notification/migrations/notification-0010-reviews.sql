-- Sellers and authors are told of reviews; what people may be told beside, stays.
do $$
declare
  kinds text;
  subjects text;
begin
  select string_agg(kind[1], ', ' order by place) into kinds
    from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''\w+''', 'g') with ordinality as found (kind, place)
    where conrelid = 'notification'::regclass and conname = 'notification_kind_check';
  select string_agg(subject[1], ', ' order by place) into subjects
    from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''\w+''', 'g') with ordinality as found (subject, place)
    where conrelid = 'notification'::regclass and conname = 'notification_subject_type_check';
  alter table notification drop constraint notification_kind_check, drop constraint notification_subject_type_check;
  execute format($sql$
    alter table notification
      add constraint notification_kind_check check (kind in (%s, 'REVIEW_RECEIVED', 'REVIEW_DECIDED', 'REVIEW_ANSWERED')),
      add constraint notification_subject_type_check check (subject_type in (%s, 'Review'));
  $sql$, kinds, subjects);
end $$;

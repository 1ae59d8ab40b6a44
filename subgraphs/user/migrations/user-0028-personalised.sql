-- Whether what somebody looks at may be used to choose what to show them. The version before does not say it of who registers.
alter table account add column is_personalised boolean not null default true;

-- How the tokens of a session travel; those that began before had theirs in answers.
alter table session add column transport text not null default 'BEARER';
alter table session alter column transport drop default;
alter table session add constraint session_transport_check check (transport in ('BEARER', 'COOKIE'));

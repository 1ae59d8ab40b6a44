-- From which country an account was used, where an operator keeps a file of places: a new one is unlike the account.
alter table known_device add column country_code text null;

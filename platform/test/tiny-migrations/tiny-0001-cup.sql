create table cup (id text primary key, owner text not null, size integer not null, colour text not null);

create table parcel (id text primary key, moves integer not null);
create table heard (place bigint generated always as identity primary key, reader text not null, parcel_id text not null, move integer not null, trace_id text not null);

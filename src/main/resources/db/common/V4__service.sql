-- What a first look into a taken file found, long before its turn: what status shows of it, and what a forecast is made from.
create table file_look (
  file_id bigint primary key references inbound_file,
  contacts bigint not null,
  reasons varchar(1000) not null,
  at timestamp with time zone not null
);

-- How much a run did in which time, by the two ways in which files are decided.
alter table run add column small_files bigint default 0 not null;
alter table run add column small_millis bigint default 0 not null;
alter table run add column large_contacts bigint default 0 not null;
alter table run add column large_millis bigint default 0 not null;

-- Which claims of the intake are decided: recorded with its files, or void. The primary key lets exactly one of both happen.
create table intake_claim (
  id varchar(40) primary key,
  recorded boolean not null,
  at timestamp with time zone not null
);

-- Which run judged a contact of a large file, and so which program: several may work on one. Null for a small file, which one run
-- decides as a whole.
alter table outcome add column run_id bigint;

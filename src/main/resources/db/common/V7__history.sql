-- What a start asks of the history must not be a scan of all of it: runs without an end.
create index run_ended on run (ended_at);

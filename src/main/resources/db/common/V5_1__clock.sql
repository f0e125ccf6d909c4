-- Times of events that a wrong clock has dated ahead, as an operator has said (accept-clock): they do not count when the clock is
-- checked. The events themselves stay as they are.
create table disowned_time (
  at timestamp with time zone primary key,
  disowned_at timestamp with time zone not null
);

-- Two roles for the engine's database: bcl_owner makes and changes tables, bcl_engine works in them and cannot change or remove what was
-- recorded. OPERATING.md, "PostgreSQL with a narrower role", says when to run what.
--
-- Once, by an administrator (choose the passwords with \password):
--
--   create role bcl_owner login;
--   create role bcl_engine login;
--   create database bcl owner bcl_owner;
--
-- Then, in that database and by bcl_owner, when the tables are there and after each upgrade of the program: this file, as it stands.
-- It can be run again at any time.

revoke all on schema public from public;
grant usage on schema public to bcl_engine;
revoke all on all tables in schema public from bcl_engine;
grant select on all tables in schema public to bcl_engine;
grant usage, select on all sequences in schema public to bcl_engine;

-- Records: added, and never changed or removed.
grant insert on
  contact_event, outcome, file_reason, notice, operator_action, transfer, reference_load, quarantine, disowned_time, restored_stream,
  file_look,
  evidence_seal
  to bcl_engine;

-- Records of which some columns follow later; what they are about stays as it was.
grant insert, update (segment) on evidence_event to bcl_engine;
grant insert, update (seal) on evidence_segment to bcl_engine;
grant insert, update (state, published_at, collected_at, segment) on answer to bcl_engine;
grant insert, update (finished_at) on erasure to bcl_engine;
grant insert, update (status, open_mprn) on contact to bcl_engine;
grant insert, update (settled_at, result) on rerun_plan to bcl_engine;
grant insert, update (ended_at, exit_code, detail, small_files, small_millis, large_contacts, large_millis) on run to bcl_engine;
grant insert, update (state, attempt, uses_number, resets, repeat_of, contacts, accepted, rejected, repeated, findings, snapshot_id,
    first_crn, decided_at, hold_reason, held_from, held_by)
  on inbound_file to bcl_engine;

-- The content of contacts: added, and erased when its time has come (bcl.retention).
grant insert, delete on contact_record to bcl_engine;

-- Where the work stands.
grant insert, update on file_part, stream, lease, snapshot, daily_act to bcl_engine;
grant update on crn_counter to bcl_engine;
grant insert, delete on organisation, intake_claim, rerun_outcome to bcl_engine;
grant insert, update, delete on
  batch_job_instance, batch_job_execution, batch_job_execution_params, batch_step_execution, batch_step_execution_context,
  batch_job_execution_context
  to bcl_engine;

-- Rows that are only locked, which PostgreSQL allows to whoever may update some column.
grant update (id) on evidence_lock, archive_lock to bcl_engine;

-- What points into the evidence is set once. A CRN that was handed out is never handed out again.
create or replace function bcl_set_once() returns trigger language plpgsql as $$
begin
  if to_jsonb(old) -> tg_argv[0] <> 'null'::jsonb and to_jsonb(new) -> tg_argv[0] is distinct from to_jsonb(old) -> tg_argv[0] then
    raise exception '% of % is set once', tg_argv[0], tg_table_name using errcode = '42501';
  end if;
  return new;
end $$;

create or replace function bcl_only_grows() returns trigger language plpgsql as $$
begin
  if new.next_crn < old.next_crn then
    raise exception 'the CRN counter only grows' using errcode = '42501';
  end if;
  return new;
end $$;

drop trigger if exists bcl_seal_once on evidence_segment;
create trigger bcl_seal_once before update of seal on evidence_segment
  for each row execute function bcl_set_once('seal');
drop trigger if exists bcl_segment_once on evidence_event;
create trigger bcl_segment_once before update of segment on evidence_event
  for each row execute function bcl_set_once('segment');
drop trigger if exists bcl_segment_once on answer;
create trigger bcl_segment_once before update of segment on answer
  for each row execute function bcl_set_once('segment');
drop trigger if exists bcl_only_grows on crn_counter;
create trigger bcl_only_grows before update on crn_counter
  for each row execute function bcl_only_grows();

package bcl.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What an engine of some years has behind it, written by SQL: as many runs, Spring Batch jobs and answered files of five contacts,
 * of one of the organisations, from a system that sends nothing more. Vacuumed, since PostgreSQL
 * does that by itself in years, and might do it here during the measurement.
 */
final class History {
    private static final List<String> STATEMENTS = List.of(
            "insert into evidence_seal (number, uk_day, sealed_at, entries, root, previous, digest)"
                    + " select 1, date '2024-01-01', timestamptz '2024-01-01 08:00Z', 600000, zeros, zeros, zeros"
                    + " from (select decode(repeat('00', 32), 'hex') as zeros) z",
            "insert into evidence_segment (seal, entries) values (1, '')",
            "insert into run (command, holder, started_at, ended_at, exit_code)"
                    + " select 'night', 'history', at, at, 0 from past",
            "insert into inbound_file (organisation, name, system, environment, type, number, digest, size, received_at, state,"
                    + " attempt, uses_number, contacts, accepted, snapshot_id, first_crn, decided_at)"
                    + " select 'S00', 'S0050.PN' || lpad(n::text, 6, '0') || '.BCL', 'S0050', 'PN', 'BCL', n,"
                    + " lpad(to_hex(n), 64, '0'), 2000, at, 'ANSWERED', 1, true, 5, 5, (select max(id) from snapshot),"
                    + " 4000000000 + 5 * n, at from past",
            "insert into answer (file_id, system, environment, type, sequence, number, organisation, organisation_id, name,"
                    + " created_at, digest, size, state, published_at, segment)"
                    + " select id, system, environment, 'BCR', number, number, organisation, 1, left(name, 15) || 'BCR',"
                    + " decided_at, digest, size, 'PUBLISHED', decided_at, (select max(id) from evidence_segment)"
                    + " from inbound_file where system = 'S0050'",
            "insert into contact (crn, organisation, file_id, line, reference, code, open_mprn, status, content_digest,"
                    + " created_at)"
                    + " select first_crn + k, organisation, id, 2 + k, 'H' || (first_crn + k), 'HIST', 100000000000 + first_crn + k,"
                    + " 'AACA', decode(digest, 'hex'), decided_at from inbound_file, generate_series(0, 4) k"
                    + " where system = 'S0050'",
            "insert into contact_event (crn, sequence, at, to_status, actor)"
                    + " select crn, 1, created_at, status, 'engine' from contact",
            "insert into outcome (file_id, line, kind, crn, status) select file_id, line, 'AC', crn, status from contact",
            "insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
                    + " select n, 0, 'small-files', md5(n::text) from past",
            "insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, end_time,"
                    + " status, exit_code, exit_message, last_updated)"
                    + " select n, 2, n, at, at, at, 'COMPLETED', 'COMPLETED', '', at from past",
            "insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type, parameter_value,"
                    + " identifying) select n, p, 'java.lang.Long', n, 'Y' from past, unnest(array['run', 'start']) p",
            "insert into batch_job_execution_context (job_execution_id, short_context) select n, '{}' from past",
            "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, start_time,"
                    + " end_time, status, commit_count, read_count, filter_count, write_count, read_skip_count,"
                    + " write_skip_count, process_skip_count, rollback_count, exit_code, exit_message, last_updated)"
                    + " select n, 3, 'small-files', n, at, at, at, 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', at"
                    + " from past",
            "insert into batch_step_execution_context (step_execution_id, short_context) select n, '{}' from past",
            "select setval('batch_job_instance_seq', max(n)), setval('batch_job_execution_seq', max(n)),"
                    + " setval('batch_step_execution_seq', max(n)) from past");

    private History() {}

    /** Writes that many of each. */
    static void write(Connection connection, int count) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary view past as select n, timestamptz '2024-01-01 00:00Z' + n * interval '5 minutes' as at"
                    + " from generate_series(1, " + count + ") n");
            for (String each : STATEMENTS) {
                statement.execute(each);
            }
            statement.execute("vacuum (analyze)");
        }
    }
}

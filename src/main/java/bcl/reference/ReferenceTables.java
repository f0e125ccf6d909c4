package bcl.reference;

import bcl.wire.Organisation;
import bcl.wire.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code organisation}, {@code snapshot} and {@code reference_load}. */
final class ReferenceTables {
    private static final int LONGEST_DETAIL = 100_000;
    private static final String SNAPSHOT = "select id, snapshot_date, digest, row_count from snapshot ";

    private final JdbcClient jdbc;

    ReferenceTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Organisation> organisations() {
        return jdbc.sql("select short_code, organisation_id, name, role, bulk from organisation order by short_code")
                .query((row, n) -> new Organisation(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        Role.valueOf(row.getString(4)),
                        row.getBoolean(5)))
                .list();
    }

    void replaceOrganisations(List<Organisation> organisations) {
        jdbc.sql("delete from organisation").update();
        for (Organisation each : organisations) {
            jdbc.sql("insert into organisation (short_code, organisation_id, name, role, bulk) values (?, ?, ?, ?, ?)")
                    .params(
                            each.shortCode(),
                            each.id(),
                            each.name(),
                            each.role().name(),
                            each.bulk())
                    .update();
        }
    }

    /** The load that brought the organisations in force; its id changes with them. */
    Optional<Load> organisationsLoad() {
        return jdbc.sql("select id, digest from reference_load where file_name = ? and loaded order by id desc limit 1")
                .param(OrganisationsFile.NAME)
                .query((row, n) -> new Load(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** A row of {@code reference_load}. */
    record Load(long id, String digest) {}

    Optional<Snapshot> inForce() {
        return jdbc.sql(SNAPSHOT + "where in_force")
                .query(ReferenceTables::snapshot)
                .optional();
    }

    Optional<Snapshot> snapshotOf(LocalDate date) {
        return jdbc.sql(SNAPSHOT + "where snapshot_date = ?")
                .param(date)
                .query(ReferenceTables::snapshot)
                .optional();
    }

    Optional<Snapshot> snapshot(long id) {
        return jdbc.sql(SNAPSHOT + "where id = ?")
                .param(id)
                .query(ReferenceTables::snapshot)
                .optional();
    }

    private static Snapshot snapshot(ResultSet row, int number) throws SQLException {
        return new Snapshot(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3), row.getLong(4));
    }

    /** Makes the snapshot of this date, new or known, the only one in force. */
    void putInForce(LocalDate date, String digest, long rows, Instant at) {
        jdbc.sql("update snapshot set in_force = false where in_force").update();
        int known = jdbc.sql(
                        "update snapshot set in_force = true, loaded_at = ? where snapshot_date = ? and digest = ?")
                .params(at.atOffset(ZoneOffset.UTC), date, digest)
                .update();
        if (known == 0) {
            jdbc.sql("insert into snapshot (snapshot_date, digest, row_count, index_name, loaded_at, in_force)"
                            + " values (?, ?, ?, ?, ?, true)")
                    .params(date, digest, rows, IndexFolder.nameOf(date, digest), at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The one in force and those that a file which is not answered was begun with. */
    List<Snapshot> inUse() {
        return jdbc.sql(SNAPSHOT + "s where in_force or exists"
                        + " (select 1 from inbound_file f where f.snapshot_id = s.id and f.state <> 'ANSWERED')")
                .query(ReferenceTables::snapshot)
                .list();
    }

    void record(String file, String digest, boolean loaded, String detail, Instant at) {
        String cut = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        jdbc.sql("insert into reference_load (file_name, digest, loaded, detail, at) values (?, ?, ?, ?, ?)")
                .params(file, digest, loaded, cut, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

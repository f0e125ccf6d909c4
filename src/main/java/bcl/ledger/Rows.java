package bcl.ledger;

import bcl.wire.FileName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads rows of the ledger's tables. */
final class Rows {
    private Rows() {}

    static LedgerFile file(ResultSet row, int i) throws SQLException {
        String name = row.getString("name");
        String heldFrom = row.getString("held_from");
        return new LedgerFile(
                row.getLong("id"),
                row.getString("organisation"),
                name,
                FileName.parse(name).orElse(null),
                row.getString("digest"),
                row.getLong("size"),
                instant(row, "received_at"),
                FileState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getBoolean("uses_number"),
                row.getObject("repeat_of", Long.class),
                new Totals(row.getLong("accepted"), row.getLong("rejected"), row.getLong("repeated")),
                Findings.decodeFile(row.getString("findings")),
                row.getObject("snapshot_id", Long.class),
                row.getObject("first_crn", Long.class),
                maybeInstant(row, "decided_at"),
                row.getString("hold_reason"),
                heldFrom == null ? null : FileState.valueOf(heldFrom),
                row.getString("held_by"));
    }

    static Answer answer(ResultSet row, int i) throws SQLException {
        String name = row.getString("name");
        return new Answer(
                row.getLong("file_id"),
                row.getLong("sequence"),
                FileName.parse(name).orElseThrow(() -> new SQLException("answer with a wrong name: " + name)),
                row.getString("organisation"),
                row.getLong("organisation_id"),
                instant(row, "created_at"),
                row.getString("digest"),
                row.getLong("size"),
                "PUBLISHED".equals(row.getString("state")));
    }

    static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                instant(row, "at"),
                row.getString("kind"),
                row.getObject("file_id", Long.class),
                row.getString("subject"),
                row.getString("detail"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** As both databases keep it: to the microsecond. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

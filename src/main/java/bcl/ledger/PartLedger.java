package bcl.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of large files and their progress. Thread-safe; runs in the caller's transaction. */
public final class PartLedger {
    private final JdbcTemplate jdbc;

    public PartLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void plan(LedgerFile file, List<Part> parts) {
        for (Part part : parts) {
            jdbc.update(
                    "insert into file_part (file_id, part, kind, first_group, groups, start_offset, start_line, next_group,"
                            + " next_offset, next_line, attempt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    part.fileId(),
                    part.part(),
                    part.kind().name(),
                    part.firstGroup(),
                    part.groups(),
                    part.startOffset(),
                    part.startLine(),
                    part.nextGroup(),
                    part.nextOffset(),
                    part.nextLine(),
                    file.attempt());
        }
    }

    public List<Part> of(long fileId) {
        return jdbc.query(
                "select * from file_part where file_id = ? order by part",
                (row, i) -> new Part(
                        fileId,
                        row.getInt("part"),
                        Part.Kind.valueOf(row.getString("kind")),
                        row.getInt("first_group"),
                        row.getInt("groups"),
                        row.getLong("start_offset"),
                        row.getLong("start_line"),
                        row.getInt("next_group"),
                        row.getLong("next_offset"),
                        row.getLong("next_line")),
                fileId);
    }

    /** Gives all parts of a file to this attempt: a worker of an older one can commit nothing any more. */
    public void takeOver(LedgerFile file) {
        jdbc.update("update file_part set attempt = ? where file_id = ?", file.attempt(), file.id());
    }

    /**
     * Moves a part on, as the last statement of a chunk's transaction.
     *
     * @throws LedgerConflict if another attempt owns the part by now, or it is not where this worker left it
     */
    public void advance(LedgerFile file, Part from, Part to) {
        int rows = jdbc.update(
                "update file_part set next_group = ?, next_offset = ?, next_line = ?"
                        + " where file_id = ? and part = ? and attempt = ? and next_group = ?",
                to.nextGroup(),
                to.nextOffset(),
                to.nextLine(),
                file.id(),
                from.part(),
                file.attempt(),
                from.nextGroup());
        LedgerConflict.unlessOne(rows, "file " + file.id() + ", part " + from.part());
    }
}

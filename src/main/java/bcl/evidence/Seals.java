package bcl.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The seals that are stored, as they are stored: whether they follow from one another is for others to ask. Thread-safe. */
public final class Seals {
    private static final String ROW =
            "select number, uk_day, sealed_at, entries, root, previous, digest from evidence_seal ";

    private final JdbcTemplate jdbc;

    public Seals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Seal> last() {
        return one("order by number desc limit 1");
    }

    /** Those of a day, by number. */
    public List<Seal> of(LocalDate day) {
        return jdbc.query(ROW + "where uk_day = ? order by number", Seals::seal, day);
    }

    Optional<Seal> number(long number) {
        return one("where number = ?", number);
    }

    /** @param hex a digest as it was given away, in any case of letters */
    Optional<Seal> withDigest(String hex) {
        return one("where digest = ?", (Object) HexFormat.of().parseHex(hex));
    }

    List<Seal> after(long number, int limit) {
        return jdbc.query(ROW + "where number > ? order by number limit ?", Seals::seal, number, limit);
    }

    void insert(Seal seal) {
        jdbc.update(
                "insert into evidence_seal (number, uk_day, sealed_at, entries, root, previous, digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                seal.number(),
                seal.day(),
                seal.sealedAt().atOffset(ZoneOffset.UTC),
                seal.entries(),
                seal.root().bytes(),
                seal.previous().bytes(),
                seal.digest().bytes());
    }

    private Optional<Seal> one(String which, Object... values) {
        return jdbc.query(ROW + which, Seals::seal, values).stream().findFirst();
    }

    private static Seal seal(ResultSet row, int i) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getLong(4),
                Hash.of(row.getBytes(5)),
                Hash.of(row.getBytes(6)),
                Hash.of(row.getBytes(7)));
    }
}

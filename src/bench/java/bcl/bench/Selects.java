package bcl.bench;

import bcl.validation.Known;
import bcl.wire.ContactStatus;
import bcl.wire.ContentDigest;
import bcl.wire.MeterPoint;
import bcl.wire.OpenKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The peers' look-ups: one a record, or one a chunk with arrays. */
final class Selects {
    private static final String POINT = "select * from meter_point where mprn = ";
    private final JdbcTemplate jdbc;
    private final String organisation;

    Selects(JdbcTemplate jdbc, String organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    MeterPoint point(long mprn) {
        return jdbc.query(POINT + "?", (row, i) -> point(row), mprn).stream()
                .findFirst()
                .orElse(null);
    }

    Map<Long, MeterPoint> points(Collection<Long> mprns) {
        Map<Long, MeterPoint> points = new HashMap<>();
        jdbc.query(POINT + "any(?)", row -> {
            MeterPoint point = point(row);
            points.put(point.mprn(), point);
        }, (Object) mprns.toArray(Long[]::new));
        return points;
    }

    private static MeterPoint point(ResultSet row) throws SQLException {
        String serial = row.getString("meter_serial");
        return new MeterPoint(
                row.getLong("mprn"),
                row.getString("shipper"),
                row.getString("network"),
                row.getString("status"),
                row.getInt("class"),
                row.getLong("aq_kwh") < 73_200,
                serial == null || serial.isEmpty() ? null : serial);
    }

    void references(Collection<String> references, Decided.Seen seen) {
        jdbc.query(
                "select reference, crn, status, content_digest from contact where organisation = ? and reference = any(?)",
                row -> {
                    seen.references.put(
                            row.getString(1),
                            new Known.Earlier(
                                    row.getLong(2),
                                    ContactStatus.valueOf(row.getString(3)),
                                    ContentDigest.of(row.getBytes(4))));
                },
                organisation,
                references.toArray(String[]::new));
    }

    void open(String code, Collection<Long> mprns, Decided.Seen seen) {
        jdbc.query(
                "select open_mprn from contact where organisation = ? and code = ? and open_mprn = any(?)",
                row -> {
                    seen.open.add(new OpenKey(code, row.getLong(1)));
                },
                organisation,
                code,
                mprns.toArray(Long[]::new));
    }
}

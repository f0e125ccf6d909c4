package bcl.testsupport;

import bcl.wire.Mprn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Organisations and meter points of generated traffic. */
final class TrafficReference {
    static final int POINTS_EACH = 24;
    private static final List<String> STATUSES = List.of("LI", "LI", "LI", "DE", "CA", "PL");

    private final List<Organisation> organisations;
    private final List<String> rows = new ArrayList<>();

    record Organisation(String shortCode, int id, char role, List<String> points) {}

    TrafficReference(Random random, int count) {
        organisations = new ArrayList<>();
        long stem = 12_000_000L;
        for (int i = 0; i < count; i++) {
            List<String> points = new ArrayList<>();
            while (points.size() < POINTS_EACH) {
                stem = nextStem(stem);
                points.add(withCheckDigits(stem));
            }
            Organisation organisation =
                    new Organisation("T%c1".formatted('A' + i), 700 + i, "SSGMS".charAt(i % 5), points);
            organisations.add(organisation);
            points.forEach(point -> rows.add(row(random, organisation, point)));
        }
    }

    List<Organisation> organisations() {
        return organisations;
    }

    void lay(Path home) throws IOException {
        StringBuilder table = new StringBuilder("short_code,organisation_id,name,role,bulk\n");
        for (Organisation each : organisations) {
            table.append(
                    "%s,%d,Traffic %s,%s,Y\n".formatted(each.shortCode(), each.id(), each.shortCode(), each.role()));
        }
        Path folder = Files.createDirectories(home.resolve("reference"));
        Files.writeString(folder.resolve("organisations.csv"), table);
        Files.writeString(
                folder.resolve("meter-points-20261120.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n" + String.join("", rows));
    }

    private static String row(Random random, Organisation owner, String point) {
        boolean network = owner.role() == 'G';
        return "%s,%s,%s,%s,%d,D,%d,%s\n"
                .formatted(
                        point,
                        network ? "" : owner.shortCode(),
                        network ? owner.shortCode() : "TC1",
                        STATUSES.get(random.nextInt(STATUSES.size())),
                        1 + random.nextInt(4),
                        10_000 + random.nextInt(100_000),
                        random.nextBoolean() ? "M" + point.substring(3) : "");
    }

    /** Not every number has check digits of two places. */
    private static long nextStem(long stem) {
        long next = stem + 1;
        while (!Mprn.hasRightCheckDigits(withCheckDigits(next))) {
            next++;
        }
        return next;
    }

    private static String withCheckDigits(long stem) {
        for (int check = 0; check < 11; check++) {
            String number = "%d%02d".formatted(stem, check);
            if (Mprn.hasRightCheckDigits(number)) {
                return number;
            }
        }
        return stem + "99";
    }
}

package bcl.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files whose every free field carries a marker: right ones, wrong ones, and such as the database is made to refuse. */
final class MarkedFiles {
    /** In names, addresses, e-mails, narratives and references; and as a telephone number and UPRN. */
    static final String NAME = "ZQXJKV";

    static final String NUMBER = "7700987654";

    private static final List<String> CONTACT = List.of(
            "\"L01\",\"%s\",\"MNC\",,,\"D\",,\"P ZQXJKV\",\"07700987654\",\"zqxjkv@zqxjkv.example\",",
            "\"L02\",\"N\",\"ZQXJKV 1\",\"ZQXJKV %s\",\"ZQXJKV HOUSE\",9,\"ZQXJKV\",\"ZQXJKV\",\"ZQXJKV ROAD\",\"ZQXJKV\","
                    + "\"ZQXJKV\",\"ZQXJKV\",\"QX4\",\"8AA\",770098765412",
            "\"L03\",\"MS\",\"B. ZQXJKV\",\"07700987654\",\"zqxjkv@zqxjkv.example\",\"ASK ZQXJKV %s\"");

    private MarkedFiles() {}

    static List<String> contact(String reference, String narrative) {
        List<String> lines = new ArrayList<>();
        CONTACT.forEach(line -> lines.add(line.formatted(reference)));
        lines.add("\"L12\",1,\"" + narrative + "\"");
        return lines;
    }

    /** One contact a kind of fault, each line of it marked. */
    static List<String> faulty() {
        String ok = "\"L01\",\"ZQXJKV-%d\",\"ENQ\",,,\"D\",,\"ZQXJKV\",\"07700987654\",,\n";
        List<String> wrong = List.of(
                "\"ZQXJKV\",\"ZQXJKV\"",
                "ZQXJKV" + "ZQXJKV".repeat(400),
                "\"L12\",1,\"ZQXJKV",
                "\"L12\",1,\"ZQXJKV\"ZQXJKV\"",
                "\"L12\",1,\"ZQXJKV\u00e9\u0000\u0007ZQXJKV\"",
                "\"L12\",ZQXJKV,\"" + "ZQXJKV".repeat(60) + "\"",
                "\"L12\",1,\"ZQXJKV\",\"ZQXJKV\"",
                "\"L02\",\"ZQXJKV\",\"ZQXJKV\",,,ZQXJKV,,,\"ZQXJKV\",,,,\"ZQXJKV\",\"ZQXJKV\",ZQXJKV",
                "\"L03\",\"ZQXJKVZQXJKV\",\"7700987654\",\"ZQXJKV\",\"zqxjkv\",\"ZQXJKV\"",
                "\"L11\",\"ZQXJKV\",ZQXJKV");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < wrong.size(); i++) {
            lines.addAll(ok.formatted(i).lines().toList());
            lines.add(wrong.get(i));
        }
        lines.addAll(List.of("\"L01\",\"" + "ZQXJKV".repeat(8) + "\",\"ZQXJKV\",ZQXJKV,\"ZQXJKV\",\"ZQXJKV\",ZQXJKV,,,"
                + "\"zqxjkv\",ZQXJKV"));
        return lines;
    }

    /** Two that end alike, so that an index over records meets the same value twice; and as many more as make a file large. */
    static List<String> twice(int more) {
        List<String> lines = new ArrayList<>(contact("T-1", "ZQXJKV TWICE"));
        lines.addAll(contact("T-2", "ZQXJKV TWICE"));
        for (int i = 0; i < more; i++) {
            lines.addAll(contact("T-M" + i, "ZQXJKV MORE " + i));
        }
        return lines;
    }

    static void lay(Path home, String organisation, int id, int number, List<String> lines) throws IOException {
        String name = organisation + "01.PN%06d.BCL".formatted(number);
        lay(home, organisation, name, "\"A00\",%d,\"BCL\",20261101,\"183000\",%d".formatted(id, number), lines);
    }

    static void lay(Path home, String organisation, String name, String header, List<String> lines) throws IOException {
        String text = header + "\n" + String.join("\n", lines) + "\n\"Z99\"," + lines.size() + "\n";
        Path inbound = Files.createDirectories(
                home.resolve("sftp").resolve(organisation).resolve("inbound"));
        Path file = Files.write(inbound.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    static void layReference(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("reference"));
        StringBuilder organisations = new StringBuilder("short_code,organisation_id,name,role,bulk\n");
        for (int i = 1; i <= 5; i++) {
            organisations.append("XY%d,%d,Sender %d,S,Y\n".formatted(i, 700 + i, i));
        }
        Files.writeString(folder.resolve("organisations.csv"), organisations);
        Files.writeString(
                folder.resolve("meter-points-20261120.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n"
                        + "9902000103,XY1,XY2,LI,4,D,13500,\n");
    }

    /** A snapshot of the next day with marked lines that are refused. */
    static void layBadReference(Path home) throws IOException {
        Files.writeString(
                home.resolve("reference/meter-points-20261121.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n"
                        + "7700987654,ZQXJKV,\"ZQXJKV,LI\n9902000103,ZQXJKV,ZQXJKV,ZQXJKV,ZQXJKV,ZQXJKV,ZQXJKV,ZQXJKV\n");
    }

    static boolean isMarked(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.contains(NAME) || upper.contains(NUMBER);
    }
}

package bcl.testsupport;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a home holds that must not depend on how it came about: all answers and all contacts. CRNs are told by the organisation and
 * reference that got them, digests by the file that has them, dates and times of the run are left out.
 */
public record Picture(SortedMap<String, String> answers, List<String> contacts) {
    private static final Pattern CRN = Pattern.compile("\\b5\\d{9}\\b");
    private static final Pattern STAMPS =
            Pattern.compile("(?m)^(\"A00\".*?|\"L50\".*?|\"L53\".*?),(\\d{8},\"\\d{6}\")(,\\d{8},\"\\d{6}\")?");

    /** @param digests file by digest */
    public static Picture of(EngineHome home, Map<String, String> digests) throws IOException {
        try (TestDatabase database = home.database()) {
            return of(home.root(), database, digests);
        }
    }

    /** Of a home whose database is open. */
    public static Picture of(Path root, TestDatabase database, Map<String, String> digests) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        crns(database).forEach((owner, crn) -> owners.put(crn.toString(), "{" + owner + "}"));
        SortedMap<String, String> answers = new TreeMap<>();
        for (Map.Entry<String, byte[]> each : answers(root).entrySet()) {
            String text = new String(each.getValue(), StandardCharsets.ISO_8859_1);
            answers.put(each.getKey(), plain(STAMPS.matcher(text).replaceAll("$1,{at}"), owners, digests));
        }
        return new Picture(answers, contacts(database, owners, digests));
    }

    /** CRNs by {@code AAA:REFERENCE}. */
    public static Map<String, Long> crns(TestDatabase database) {
        Map<String, Long> crns = new TreeMap<>();
        database.jdbc().sql("select crn, organisation, reference from contact").query(row -> {
            crns.put(row.getString(2) + ":" + row.getString(3), row.getLong(1));
        });
        return crns;
    }

    /** The bytes of all answers under their final names. */
    public static SortedMap<String, byte[]> answers(Path root) throws IOException {
        SortedMap<String, byte[]> answers = new TreeMap<>();
        Path sftp = new Home(root).sftp();
        if (!Files.exists(sftp)) {
            return answers;
        }
        // Never a walk through all: an engine at work takes files out of inbound/ under it.
        try (Stream<Path> organisations = Files.list(sftp)) {
            for (Path outbound : organisations
                    .map(each -> each.resolve("outbound"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.list(outbound)) {
                    for (Path file : files.filter(
                                    each -> !each.getFileName().toString().startsWith("."))
                            .filter(Files::isRegularFile)
                            .toList()) {
                        answers.put(sftp.relativize(file).toString(), Files.readAllBytes(file));
                    }
                }
            }
        }
        return answers;
    }

    private static List<String> contacts(
            TestDatabase database, Map<String, String> owners, Map<String, String> digests) {
        String sql = "select c.organisation, f.name, c.line, c.reference, c.code, c.mprn, c.open_mprn, c.previous_crn,"
                + " c.status, r.place, r.record_id, r.fields from contact c"
                + " join inbound_file f on f.id = c.file_id join contact_record r on r.crn = c.crn"
                + " order by c.organisation, f.name, c.line, r.place";
        List<String> contacts = new ArrayList<>();
        database.jdbc()
                .sql(sql)
                .query()
                .listOfRows()
                .forEach(row -> contacts.add(plain(
                        String.join(
                                "|", row.values().stream().map(String::valueOf).toList()),
                        owners,
                        digests)));
        return contacts;
    }

    private static String plain(String text, Map<String, String> owners, Map<String, String> digests) {
        String plain = CRN.matcher(text).replaceAll(match -> owners.getOrDefault(match.group(), match.group()));
        for (Map.Entry<String, String> digest : digests.entrySet()) {
            plain = plain.replace(digest.getKey(), digest.getValue());
        }
        return plain;
    }
}

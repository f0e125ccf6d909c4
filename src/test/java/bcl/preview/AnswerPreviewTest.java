package bcl.preview;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.Totals;
import bcl.night.SettableClock;
import bcl.reference.ReferenceFolder;
import bcl.wire.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerPreviewTest {
    private static final String DUPLICATE = """
            "L01","%s","DUP",%s,,"D",%s,"A REQUESTOR",,"requests@example.com",
            "L07",1000000109,,
            """;
    private static final String ENQUIRY = """
            "L01","%s","ENQ",%s,,"D",%s,"A REQUESTOR",,"requests@example.com",
            "L12",1,"WHAT IS THIS"
            """;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2023-03-01T19:32:07Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Limits limits = new Limits(10_000, 64 << 20, Map.of());

    @BeforeEach
    void reference() throws IOException {
        Files.writeString(
                folder.resolve("organisations.csv"),
                "short_code,organisation_id,name,role,bulk\nXYZ,1234,Example,S,Y\nABC,77,Other,G,N\n");
        Files.writeString(
                folder.resolve("meter-points-20230228.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n"
                        + "9900001207,XYZ,NET,LI,4,D,12000,\n1000000109,QQQ,NET,LI,4,D,12000,\n");
    }

    @Test
    void the_worked_example_is_answered_as_in_the_interface_but_for_crns_and_statuses() throws Exception {
        Path file = sent("XYZ01.PN000042.BCL", """
                "L01","SHP-0001","MNC",,"G4A12345678901","D",,"A REQUESTOR","0121 496 0123",,20230220
                "L02","N","PLOT 7",,,12,,,"HIGH STREET",,"SOLIHULL","WEST MIDLANDS","B91","3AA",
                "L03","MS","B OCCUPIER","0121 496 0456",,
                "L04","G4A12345678901",,,2021,"U",5,"N",32,"F",20220915
                "L12",1,"METER FITTED, NO MPRN FOUND FOR THE ADDRESS"
                "L01","SHP-0002","DUP",9900001207,,"D",,"A REQUESTOR",,"requests@example.com",
                "L07",1000000109,9900001207,
                "L01","SHP-0003","DUP",1234567890,,"D",,"A REQUESTOR",,"requests@example.com",
                "L07",1000000109,,
                """);

        PreviewResult result = write(file);

        assertThat(result).isEqualTo(new PreviewResult.Results(new Totals(2, 1, 0)));
        assertThat(result.rejects()).isTrue();
        assertThat(answer()).isEqualTo("""
                "A00",1234,"BCR",20230301,"193207",1
                "L50","XYZ01.PN000042.BCL",42,20230301,"193207",20230301,"193207",3,2,1,0,20230228,"%s"
                "L51","AC","SHP-0001","MNC",,,,2
                "L51","AC","SHP-0002","DUP",9900001207,,,7
                "L51","RJ","SHP-0003","DUP",1234567890,,,9
                "S72","MPR00002"
                "L52",9,"L01",4,"METER_POINT_REFERENCE","1234567890","Check digits of the meter point reference are wrong"
                "Z99",6
                """.formatted(digest(file)).replace("\n", "\r\n"));
    }

    @Test
    void a_test_file_is_checked_like_a_production_file() throws Exception {
        Path file = sent("XYZ01.TN000042.BCL", duplicate("R1", "", ""));

        assertThat(write(file)).isEqualTo(new PreviewResult.Results(new Totals(0, 1, 0)));
        assertThat(answer()).contains("\"L52\",2,\"L01\",4,\"METER_POINT_REFERENCE\",,\"Mandatory field is empty\"");
    }

    @Test
    void groups_of_the_same_file_are_checked_against_each_other() throws Exception {
        Path file = sent(
                "XYZ01.PN000042.BCL",
                duplicate("R1", "9900001207", "")
                        + duplicate("R1", "9900001207", "")
                        + duplicate("R2", "9900001207", ""));

        assertThat(write(file)).isEqualTo(new PreviewResult.Results(new Totals(1, 2, 0)));
        assertThat(codes()).isEqualTo("CON00004 CON00006 CON00006");
    }

    @Test
    void a_rejected_group_keeps_no_later_one_back() throws Exception {
        Path file = sent(
                "XYZ01.PN000042.BCL",
                duplicate("R1", "9900001207", "").replace("1000000109", "9900001207")
                        + duplicate("R2", "9900001207", ""));

        assertThat(write(file)).isEqualTo(new PreviewResult.Results(new Totals(1, 1, 0)));
        assertThat(codes()).isEqualTo("MPR00007");
    }

    @Test
    void a_previous_contact_is_believed_once_and_for_one_code() throws Exception {
        Path file = sent(
                "XYZ01.PN000042.BCL",
                enquiry("R1", "", "5000000001")
                        + enquiry("R2", "", "5000000001")
                        + duplicate("R3", "9900001207", "5000000001")
                        + enquiry("R4", "", "5000000002"));

        assertThat(write(file)).isEqualTo(new PreviewResult.Results(new Totals(2, 2, 0)));
        assertThat(codes()).isEqualTo("CON00008 CON00007");
    }

    @Test
    void a_file_rejected_whole_is_answered_by_FRJ() throws Exception {
        Path file = sent("XYZ02.TN000007.BCL", enquiry("R1", "", ""));
        Files.writeString(file, Files.readString(file).replace("\"Z99\",2", "\"Z99\",3"));

        assertThat(write(file).rejects()).isTrue();
        assertThat(answer()).isEqualTo("""
                "A00",1234,"FRJ",20230301,"193207",1
                "L53","XYZ02.TN000007.BCL",7,20230301,"193207","%s"
                "S72","FIL00007"
                "L52",4,,,,,"RECORD_COUNT differs from the number of records"
                "Z99",3
                """.formatted(digest(file)).replace("\n", "\r\n"));
    }

    @Test
    void received_is_the_time_of_the_check_and_its_UK_date_the_receipt_date() throws Exception {
        clock.jumpTo(Instant.parse("2023-06-30T23:30:00Z"));
        Path file = sent("XYZ01.PN000042.BCL", enquiry("R1", "", ""));
        Files.writeString(file, Files.readString(file).replace("20230301", "20230701"));

        assertThat(write(file).rejects()).isFalse();
        assertThat(answer()).contains("42,20230701,\"003000\",20230701,\"003000\",1,1,0,0");
    }

    @Test
    void a_file_that_breaks_off_is_answered_too() throws Exception {
        Path file = sent("XYZ01.PN000042.BCL", enquiry("R1", "", ""));
        Files.writeString(file, Files.readString(file).replace("\"Z99\",2\n", ""));

        assertThat(write(file).rejects()).isTrue();
        assertThat(codes()).isEqualTo("FIL00006");
    }

    @Test
    void an_empty_file_is_FIL00003() throws Exception {
        Path file = Files.createFile(folder.resolve("XYZ01.PN000042.BCL"));

        assertThat(write(file).rejects()).isTrue();
        assertThat(codes()).isEqualTo("FIL00003");
    }

    @Test
    void a_file_above_the_limit_is_not_looked_into() throws Exception {
        limits = new Limits(10_000, 100, Map.of());
        Path file = sent("XYZ01.PN000042.BCL", enquiry("R1", "", ""));

        assertThat(write(file).rejects()).isTrue();
        assertThat(codes()).isEqualTo("FIL00018");
        assertThat(answer()).contains(digest(file));
    }

    @Test
    void more_contacts_than_allowed_are_FIL00015() throws Exception {
        limits = new Limits(1, 64 << 20, Map.of());
        Path file = sent("XYZ01.PN000042.BCL", enquiry("R1", "", "") + enquiry("R2", "", ""));

        assertThat(write(file).rejects()).isTrue();
        assertThat(codes()).isEqualTo("FIL00015");
    }

    @Test
    void another_organisations_header_goes_to_the_first_production_stream_of_the_names_owner() throws Exception {
        Path file = sent("ABC05.TN000042.BCL", enquiry("R1", "", ""));

        assertThat(write(file).rejects()).isTrue();
        assertThat(answer()).startsWith("\"A00\",77,\"FRJ\",");
        assertThat(codes()).isEqualTo("FIL00009 FIL00017");
    }

    @Test
    void a_name_of_another_form_is_FIL00001_for_the_organisation_that_it_begins_with() throws Exception {
        Path file = sent("xyz-contacts.csv", enquiry("R1", "", ""));

        assertThat(write(file).rejects()).isTrue();
        assertThat(answer()).startsWith("\"A00\",1234,\"FRJ\",").contains("\"L53\",\"xyz-contacts.csv\",,");
        assertThat(codes()).isEqualTo("FIL00001");
    }

    @Test
    void a_name_that_belongs_to_nobody_gets_no_answer_and_counts_as_rejected() throws Exception {
        PreviewResult unknown = write(sent("QQQ01.PN000042.BCL", enquiry("R1", "", "")));
        PreviewResult misnamed = write(sent("q", enquiry("R1", "", "")));

        assertThat(unknown).isInstanceOf(PreviewResult.NoAnswer.class);
        assertThat(unknown.rejects()).isTrue();
        assertThat(misnamed)
                .isInstanceOfSatisfying(
                        PreviewResult.NoAnswer.class,
                        none -> assertThat(none.why()).startsWith("FIL00001"));
        assertThat(answer()).isEmpty();
    }

    @Test
    void a_file_of_many_contacts_gets_totals_that_fit_its_results() throws Exception {
        Path file = sent(
                "XYZ01.PN000042.BCL",
                IntStream.range(0, 9_000)
                        .mapToObj(i -> enquiry("R" + i, i % 3 == 0 ? "1234567890" : "", ""))
                        .collect(Collectors.joining()));

        assertThat(write(file)).isEqualTo(new PreviewResult.Results(new Totals(6_000, 3_000, 0)));
        assertThat(answer().lines().filter(line -> line.startsWith("\"L51\",\"RJ\"")))
                .hasSize(3_000);
    }

    /** A scan cuts a file into parts of 8 MiB, however many groups a part may have. */
    @Test
    void a_file_of_more_bytes_than_a_part_is_answered_to_its_last_contact() throws Exception {
        String narrative = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "\"L12\",%d,\"%s\"\n".formatted(i, "X".repeat(250)))
                .collect(Collectors.joining());
        Path file = sent(
                "XYZ01.PN000042.BCL",
                IntStream.range(0, 7_000)
                        .mapToObj(i -> enquiry("R" + i, "", "").replaceFirst("\"L12\".*\n", narrative))
                        .collect(Collectors.joining()));
        assertThat(Files.size(file)).isGreaterThan(9L << 20);

        assertThat(write(file)).isEqualTo(new PreviewResult.Results(new Totals(7_000, 0, 0)));
        assertThat(answer()).contains("\"L51\",\"AC\",\"R6999\",\"ENQ\",,,,41996\r\n\"Z99\",7001\r\n");
    }

    @Test
    void nothing_is_changed_and_no_copy_stays_behind() throws Exception {
        Path file = sent("XYZ01.PN000042.BCL", enquiry("R1", "", ""));
        String before = digest(file);
        long copies = copies();

        write(file);

        assertThat(digest(file)).isEqualTo(before);
        assertThat(copies()).isEqualTo(copies);
    }

    private PreviewResult write(Path file) throws IOException {
        ReferenceFolder.Usable reference = (ReferenceFolder.Usable) ReferenceFolder.read(folder);
        return new AnswerPreview(reference, limits, clock).write(file, out);
    }

    private String answer() {
        return out.toString(StandardCharsets.US_ASCII);
    }

    private String codes() {
        return answer().lines()
                .filter(line -> line.startsWith("\"S72\""))
                .map(line -> line.substring(7, 15))
                .collect(Collectors.joining(" "));
    }

    private Path sent(String name, String groups) throws IOException {
        String number = name.length() > 14 ? Integer.toString(Integer.parseInt(digits(name))) : "42";
        String text = "\"A00\",1234,\"BCL\",20230301,\"193000\"," + number + "\n" + groups + "\"Z99\","
                + groups.lines().count() + "\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private static String digits(String name) {
        String digits = name.substring(5).replaceAll("[^0-9]", "");
        return digits.isEmpty() ? "42" : digits;
    }

    private static String duplicate(String reference, String mprn, String previous) {
        return DUPLICATE.formatted(reference, mprn, previous);
    }

    private static String enquiry(String reference, String mprn, String previous) {
        return ENQUIRY.formatted(reference, mprn, previous);
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static long copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("bcl-validate"))
                    .count();
        }
    }
}

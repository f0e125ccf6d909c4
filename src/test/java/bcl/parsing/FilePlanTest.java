package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.ContactGroup;
import bcl.wire.InboundRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePlanTest {
    private static final String HEADER = "A00,1,BCL,20230301,193000,1\n";

    @TempDir
    Path folder;

    private static String contact(String reference, String code, String mprn, String previous) {
        return String.join(",", "L01", reference, code, mprn, "", "", previous, "N", "", "", "") + "\n";
    }

    private FilePlan plan(String... groups) throws IOException {
        return Parsed.scan(file(groups)).plan();
    }

    private Path file(String... groups) {
        return Parsed.file(folder, HEADER + String.join("", groups) + "Z99,0\n");
    }

    private static List<Integer> ordinals(BitSet groups) {
        return groups.stream().boxed().toList();
    }

    @Test
    void parts_are_cut_at_group_borders() throws IOException {
        Path file = file("L01,a\nL12\n", "L01,b\n", "L01,c\r\nX\n\n", "L01,d\n", "L01,e\n");

        FilePlan plan = new StructureScan(2, 100).scan(file).plan();

        assertThat(plan.groups()).isEqualTo(5);
        assertThat(plan.trailerLine()).isEqualTo(10);
        assertThat(plan.parts()).containsExactly(new Part(0, 2, 28, 2), new Part(2, 2, 44, 5), new Part(4, 1, 60, 9));
    }

    @Test
    void a_file_with_too_many_contacts_has_no_plan() throws IOException {
        Path file = file("L01\n", "L01\n", "L01\n");

        assertThat(new StructureScan(2, 3).scan(file).plan().groups()).isEqualTo(3);
        assertThat(new StructureScan(2, 2).scan(file).plan()).isEqualTo(FilePlan.NONE);
        assertThat(new StructureScan(2, 2).scan(file).structure().groups()).isEqualTo(3);
    }

    @Test
    void a_reference_that_an_earlier_group_carries_is_repeated() throws IOException {
        FilePlan plan = plan(
                contact("a", "", "", ""),
                contact("b", "", "", "") + "L12,1,x\nA00\n",
                contact(" \" a \" ", "x", "y", "z"),
                contact("A", "", "", ""),
                contact("\"a\"", "MNC", "", ""),
                contact("c\"\"d", "", "", ""),
                contact("\"c\"\"d\"", "", "", ""),
                contact("\"c\"\"d\"", "", "", ""));

        assertThat(ordinals(plan.repeatedReferences())).containsExactly(2, 4, 7);
        assertThat(plan.repeatsReference(2)).isTrue();
        assertThat(plan.repeatsReference(0)).isFalse();
    }

    @Test
    void a_reference_that_fails_or_stands_in_a_faulty_record_is_not_carried() throws IOException {
        String tooLong = "r".repeat(31);
        FilePlan plan = plan(
                contact("", "", "", ""),
                contact("", "", "", ""),
                contact(tooLong, "", "", ""),
                contact(tooLong, "", "", ""),
                contact("\u00E9", "", "", ""),
                contact("\u00E9", "", "", ""),
                "L01,a\n",
                "L01,a\n",
                contact("a", "", "\"", ""),
                contact("b", "x".repeat(2000), "", ""),
                contact("a", "", "", ""),
                contact("b", "", "", ""),
                contact("r".repeat(30), "", "", ""),
                contact("r".repeat(30), "", "", ""));

        assertThat(ordinals(plan.repeatedReferences())).containsExactly(13);
    }

    @Test
    void hashes_that_collide_give_no_wrong_answer() throws IOException {
        Random random = new Random(7);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            groups.add(contact("R" + random.nextInt(400), "", "", ""));
        }
        Path file = file(groups.toArray(String[]::new));

        BitSet expected = new StructureScan(10, 1000).scan(file).plan().repeatedReferences();
        BitSet oneHash =
                new StructureScan(10, 1000, text -> 0).scan(file).plan().repeatedReferences();
        BitSet threeHashes = new StructureScan(10, 1000, text -> text.hashCode() % 3)
                .scan(file)
                .plan()
                .repeatedReferences();

        assertThat(expected.cardinality())
                .isEqualTo(500 - (int) groups.stream().distinct().count());
        assertThat(oneHash).isEqualTo(expected);
        assertThat(threeHashes).isEqualTo(expected);
    }

    @Test
    void groups_with_the_same_code_and_meter_point_are_deferred() throws IOException {
        FilePlan plan = plan(
                contact("a", "ENQ", "6123406", ""),
                contact("b", "DUP", "6123406", ""),
                contact("c", "\"ENQ\"", "\" 0000006123406 \"", ""),
                contact("d", "FLE", "77", ""),
                contact("e", "FILE", "077", ""),
                contact("f", "XXX", "77", ""),
                contact("g", "XXX", "77", ""),
                contact("h", "DUP", "", ""),
                contact("i", "DUP", "", ""),
                contact("j", "MNC", "12x", ""),
                contact("k", "MNC", "12x", ""),
                contact("l", "MNC", "0", ""),
                contact("m", "MNC", "00", ""),
                contact("n", "ENQ", "7654326", ""));

        assertThat(ordinals(plan.deferred())).containsExactly(0, 2, 3, 4, 11, 12);
        assertThat(plan.isDeferred(4)).isTrue();
        assertThat(plan.isDeferred(1)).isFalse();
    }

    @Test
    void groups_with_the_same_previous_contact_are_deferred() throws IOException {
        FilePlan plan = plan(
                contact("a", "", "", "5000000001"),
                contact("b", "", "", "5000000002"),
                contact("c", "", "", "05000000001"),
                contact("d", "", "", ""),
                contact("e", "", "", "50000000011"),
                contact("f", "", "", "0"),
                contact("g", "", "", "0"));

        assertThat(ordinals(plan.deferred())).containsExactly(0, 2);
    }

    @Test
    void all_groups_may_have_one_meter_point_however_many_they_are() throws IOException {
        for (int groups : List.of(1, 2, 63, 64, 65, 128)) {
            FilePlan plan = plan(Collections.nCopies(groups, contact("a", "ENQ", "6123406", ""))
                    .toArray(String[]::new));

            assertThat(plan.deferred().cardinality()).isEqualTo(groups == 1 ? 0 : groups);
            assertThat(plan.repeatedReferences().cardinality()).isEqualTo(groups - 1);
            assertThat(plan.deferredAt()).isSameAs(Places.NONE);
        }
    }

    @Test
    void a_group_that_is_skipped_to_is_the_one_that_reading_finds() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(HEADER);
        for (int group = 0; group < 2000; group++) {
            String mprn = group % 20 == 3 ? "1000000004" : "20000" + (10_000 + group);
            text.append(contact("R" + group, "ENQ", mprn, ""))
                    .append(("L12,1," + "y".repeat(random.nextInt(1900)) + "\n").repeat(random.nextInt(4)));
        }
        Path file = Parsed.file(folder, text + "Z99,1");
        FilePlan plan = new StructureScan(10_000, 10_000).scan(file).plan();
        Map<Integer, RawGroup> read = new HashMap<>();
        try (GroupReader reader = GroupReader.open(file, plan.parts().get(0), plan.trailerLine())) {
            for (RawGroup group = reader.next(); group != null; group = reader.next()) {
                read.put(group.ordinal(), group);
            }
        }

        try (GroupReader reader = GroupReader.open(file, plan.parts().get(0), plan.trailerLine())) {
            reader.skipTo(1, Places.NONE);
            assertThat(Objects.requireNonNull(reader.next()).ordinal()).isZero();
            int skippedTo = 0;
            for (int next = plan.nextDeferred(0); next >= 0; next = plan.nextDeferred(next + 1)) {
                reader.skipTo(next, plan.deferredAt());
                RawGroup group = Objects.requireNonNull(reader.next());
                RawGroup same = Objects.requireNonNull(read.get(next));
                assertThat(group.ordinal()).isEqualTo(next);
                assertThat(group.endOffset()).isEqualTo(same.endOffset());
                assertThat(group.nextLine()).isEqualTo(same.nextLine());
                assertThat(group.lines()).usingRecursiveComparison().isEqualTo(same.lines());
                skippedTo++;
            }
            assertThat(skippedTo).isEqualTo(100);
        }
    }

    @Test
    void a_part_ends_before_its_groups_fill_the_memory() throws IOException {
        String line = "L12," + "x".repeat(1019) + "\n";
        String half = "L01,a\n" + line.repeat(4 * 1024) + "y".repeat(1017) + "\n"; // 4 MB and 1 kB
        Path file = Parsed.file(folder, HEADER + half + half + half + "L01,b\n" + half + "Z99,0\n");

        FilePlan plan = new StructureScan(1000, 1000).scan(file).plan();

        assertThat(plan.parts()).extracting(Part::groups).containsExactly(2, 3);
    }

    @Test
    void a_part_of_8_megabytes_is_full() throws IOException {
        String line = "L12," + "x".repeat(1019) + "\n";
        String full = "L01," + "x".repeat(1019) + "\n" + line.repeat(8 * 1024 - 1);
        Path file = Parsed.file(folder, HEADER + full + "L01,b\n" + "Z99,0\n");

        assertThat(new StructureScan(1000, 1000).scan(file).plan().parts()).hasSize(2);
    }

    @Test
    void references_that_differ_have_hashes_that_differ() {
        Set<Long> hashes = IntStream.range(0, 50_000)
                .mapToObj(i -> ContactKeys.hash("SHP-" + i))
                .collect(Collectors.toSet());

        assertThat(hashes).hasSize(50_000);
    }

    @Test
    void parts_read_the_same_groups_as_the_whole_file() throws IOException {
        Random random = new Random(11);
        String[] ids = {"L02,", "L12,1,x", "", "   ", "X", "\"L04\",", "L12,\"", "L12," + "y".repeat(2500)};
        StringBuilder text = new StringBuilder(HEADER);
        for (int group = 0; group < 300; group++) {
            text.append(contact("R" + group, "ENQ", "", ""));
            for (int i = random.nextInt(group % 50 == 0 ? 200 : 5); i > 0; i--) {
                text.append(ids[random.nextInt(ids.length)]).append(random.nextBoolean() ? "\n" : "\r\n");
            }
        }
        Path file = Parsed.file(folder, text + "Z99,1");

        List<String> whole =
                groups(file, new StructureScan(1000, 1000).scan(file).plan());

        assertThat(whole).hasSize(300);
        for (int perPart : new int[] {1, 2, 7, 299, 300, 301}) {
            FilePlan plan = new StructureScan(perPart, 1000).scan(file).plan();
            assertThat(plan.parts()).hasSize((300 + perPart - 1) / perPart);
            assertThat(groups(file, plan)).isEqualTo(whole);
        }
    }

    private static List<String> groups(Path file, FilePlan plan) throws IOException {
        InboundParser parser = new InboundParser();
        List<String> groups = new ArrayList<>();
        for (Part part : plan.parts()) {
            try (GroupReader reader = GroupReader.open(file, part, plan.trailerLine())) {
                for (RawGroup raw = reader.next(); raw != null; raw = reader.next()) {
                    ContactGroup group = parser.parse(raw);
                    StringBuilder text =
                            new StringBuilder(group.ordinal() + " " + group.tail() + raw.endOffset() + raw.nextLine());
                    for (InboundRecord record : group.records()) {
                        text.append(record.line()).append(record.id()).append(record.faults());
                    }
                    groups.add(text.toString());
                }
            }
        }
        return groups;
    }
}

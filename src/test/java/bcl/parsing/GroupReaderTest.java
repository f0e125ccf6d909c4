package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.wire.ContactGroup;
import bcl.wire.FieldState;
import bcl.wire.GroupTail;
import bcl.wire.InboundRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupReaderTest {
    @TempDir
    Path folder;

    private static List<RawGroup> read(Path file, Part part, long trailerLine) throws IOException {
        List<RawGroup> groups = new ArrayList<>();
        try (GroupReader reader = GroupReader.open(file, part, trailerLine)) {
            for (RawGroup group = reader.next(); group != null; group = reader.next()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private RawGroup overlong(String... tail) throws IOException {
        String kept = "L01\n" + "L12\n".repeat(ContactGroup.KEPT - 1);
        return read(Parsed.file(folder, kept + String.join("\n", tail)), new Part(0, 1, 0, 1), 0)
                .get(0);
    }

    @Test
    void a_group_ends_before_the_next_contact_or_the_trailer() throws IOException {
        Path file = Parsed.file(folder, "A00\nL01,a\nL12\n\n \" L01 \",b\r\nZ99\nL12\nZ99,5\n\n");

        List<RawGroup> groups = read(file, new Part(0, 2, 4, 2), 8);

        assertThat(groups).extracting(RawGroup::ordinal).containsExactly(0, 1);
        assertThat(groups.get(0).lines()).extracting(RawLine::number).containsExactly(2L, 3L, 4L);
        assertThat(groups.get(1).lines()).extracting(RawLine::number).containsExactly(5L, 6L, 7L);
        assertThat(groups).extracting(RawGroup::nextLine).containsExactly(5L, 8L);
        assertThat(groups).extracting(RawGroup::endOffset).containsExactly(15L, 35L);
        assertThat(groups).extracting(RawGroup::size).containsExactly(11L, 20L);
        assertThat(groups).extracting(RawGroup::tail).containsOnly(GroupTail.NONE);
    }

    @Test
    void reading_goes_on_behind_any_group() throws IOException {
        Path file = Parsed.file(folder, "A00\nL01,a\nL12\nL01,b\nL01,c\nL12\nZ99\n");
        Part part = new Part(4, 3, 4, 2);

        List<RawGroup> all = read(file, part, 7);
        List<RawGroup> rest = read(file, part.after(all.get(0)), 7);

        assertThat(part.after(all.get(0))).isEqualTo(new Part(5, 2, 14, 4));
        assertThat(rest).extracting(RawGroup::ordinal).containsExactly(5, 6);
        assertThat(rest.get(1).lines()).extracting(RawLine::number).containsExactly(5L, 6L);
        assertThat(read(file, part.after(all.get(2)), 7)).isEmpty();
    }

    @Test
    void the_last_group_may_end_with_the_file() throws IOException {
        Path file = Parsed.file(folder, "L01,a\nL12");

        RawGroup group = read(file, new Part(0, 1, 0, 1), 0).get(0);

        assertThat(group.lines()).hasSize(2);
        assertThat(group.endOffset()).isEqualTo(9);
        assertThat(group.nextLine()).isEqualTo(3);
    }

    @Test
    void a_plan_that_does_not_fit_the_file_is_refused() throws IOException {
        Path file = Parsed.file(folder, "L01,a\nL12\n");

        assertThatThrownBy(() -> read(file, new Part(0, 1, 6, 2), 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(file, new Part(0, 2, 0, 1), 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_group_of_80_records_is_kept_whole() throws IOException {
        assertThat(overlong().lines()).hasSize(ContactGroup.KEPT);
        assertThat(overlong().tail()).isEqualTo(GroupTail.NONE);
    }

    @Test
    void what_is_behind_80_records_is_folded_into_the_tail() throws IOException {
        RawGroup group = overlong(
                "L02,P,,,,,,,,,,,,,",
                "L02,\" H \",,,,,,,,,,,,,",
                "L02,P,,,,,,,,,,,,,",
                "L04,S,,,,,007,,,,",
                "L04,S,,,,,5,,,,",
                "L06,DE,SR,,N,N",
                "L06,XX,SR,,N,N",
                "L06,LI",
                "X99",
                "",
                "A00",
                "L12,\"");

        assertThat(group.lines()).hasSize(ContactGroup.KEPT);
        assertThat(group.tail())
                .isEqualTo(new GroupTail(
                        Set.of("L02", "L04", "L06", "A00", "L12"), Set.of("P", "H"), true, 7, true, Set.of("DE")));
        assertThat(group.nextLine()).isEqualTo(93);
    }

    @Test
    void an_address_type_or_dials_that_did_not_pass_are_told() throws IOException {
        assertThat(overlong("L02,X,,,,,,,,,,,,,").tail().everyAddressTypePassed())
                .isFalse();
        assertThat(overlong("L02,,,,,,,,,,,,,,").tail().everyAddressTypePassed())
                .isFalse();
        assertThat(overlong("L02,P").tail().everyAddressTypePassed()).isFalse();
        assertThat(overlong("L02,P\t,,,,,,,,,,,,,").tail().everyAddressTypePassed())
                .isFalse();
        assertThat(overlong("L02,P,,,,,,,,,,,,,", "L02,\"P").tail().everyAddressTypePassed())
                .isFalse();
        assertThat(overlong("L02,X,,,,,,,,,,,,,", "L02,P,,,,,,,,,,,,,").tail().addressTypes())
                .containsExactly("P");
        assertThat(overlong("L04,S,,,,,,,,,").tail().everyDialsGiven()).isFalse();
        assertThat(overlong("L04,S,,,,,13,,,,").tail().everyDialsGiven()).isFalse();
        assertThat(overlong("L04" + ",".repeat(2500)).tail().everyDialsGiven()).isFalse();
        assertThat(overlong("L04,,,,,,5,,,,").tail().everyDialsGiven()).isTrue();
        assertThat(overlong("L05").tail().everyDialsGiven()).isTrue();
    }

    @Test
    void the_tail_of_one_group_is_not_that_of_the_next() throws IOException {
        String kept = "L01\n" + "L12\n".repeat(ContactGroup.KEPT - 1);
        Path file = Parsed.file(folder, kept + "L02,X,,,,,,,,,,,,,\n" + kept + "L04,S,,,,,5,,,,\n" + kept);

        List<RawGroup> groups = read(file, new Part(0, 3, 0, 1), 0);

        assertThat(groups.get(0).tail().ids()).containsExactly("L02");
        assertThat(groups.get(1).tail()).isEqualTo(new GroupTail(Set.of("L04"), Set.of(), true, 5, true, Set.of()));
        assertThat(groups.get(2).tail()).isEqualTo(GroupTail.NONE);
    }

    @Test
    void a_group_of_five_million_lines_is_read_in_constant_memory() throws IOException {
        Path file = folder.resolve("huge");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(Parsed.bytes("A00,1,BCL,20230301,193000,1\nL01\n"));
            byte[] lines = Parsed.bytes("\nx\nL04,,,,,,5,,,,\n\"\nL02,P,,,,,,,,,,,,,\n".repeat(1000));
            for (int i = 0; i < 1000; i++) {
                out.write(lines);
            }
            out.write(Parsed.bytes("Z99,5000001\n"));
        }

        ScannedFile scanned = Parsed.scan(file);
        List<RawGroup> groups =
                read(file, scanned.plan().parts().get(0), scanned.plan().trailerLine());

        assertThat(scanned.structure().records()).isEqualTo(5_000_001);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).lines()).hasSize(ContactGroup.KEPT);
        assertThat(groups.get(0).nextLine()).isEqualTo(5_000_003);
        assertThat(groups.get(0).tail())
                .isEqualTo(new GroupTail(Set.of("L02", "L04"), Set.of("P"), true, 5, true, Set.of()));
    }

    @Test
    void a_group_is_parsed_with_its_ordinal_and_lines() throws IOException {
        Path file = Parsed.file(folder, "L01,R1,MNC,,,,,N,,,\nL12,x,SEEN\n");

        ContactGroup group =
                new InboundParser().parse(read(file, new Part(3, 1, 0, 8), 0).get(0));

        assertThat(group.ordinal()).isEqualTo(3);
        assertThat(group.line()).isEqualTo(8);
        assertThat(group.contact().text(2)).isEqualTo("R1");
        InboundRecord narrative = group.records().get(1);
        assertThat(narrative.line()).isEqualTo(9);
        assertThat(narrative.state(2)).isEqualTo(FieldState.FAILED);
    }
}

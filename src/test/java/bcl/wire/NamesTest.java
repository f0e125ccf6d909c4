package bcl.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of the contract that stand for themselves: names of files and streams, folders, statuses, digests. */
class NamesTest {
    @Test
    void a_file_name_says_its_stream_its_number_and_whether_it_is_a_test() {
        FileName name = FileName.parse("XYZ01.PN000042.BCL").orElseThrow();
        FileName test = FileName.parse("X9Z99.TN999999.FRJ").orElseThrow();

        assertThat(name).isEqualTo(new FileName(new StreamName("XYZ01", Environment.PN, "BCL"), 42));
        assertThat(name).hasToString("XYZ01.PN000042.BCL");
        assertThat(name.organisation()).isEqualTo("XYZ");
        assertThat(name.isTest()).isFalse();
        assertThat(test.isTest()).isTrue();
        assertThat(test.number()).isEqualTo(999_999);
        assertThat(test).hasToString("X9Z99.TN999999.FRJ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XYZ01.PN000000.BCL",
                "XYZ00.PN000001.BCL",
                "XYZ1.PN000001.BCL",
                "9YZ01.PN000001.BCL",
                "XYZ01.QN000001.BCL",
                "XYZ01.PN00001.BCL",
                "XYZ01.PN0000001.BCL",
                "XYZ01.PN000001.bcl",
                "XYZ01.PN000001.BCL ",
                "XYZ01.PN000001",
                ""
            })
    void anything_else_is_no_file_name(String text) {
        assertThat(FileName.parse(text)).isEmpty();
    }

    @Test
    void a_stream_is_named_without_a_number() {
        StreamName stream = StreamName.parse("XYZ01.TN.BCL").orElseThrow();

        assertThat(stream).isEqualTo(new StreamName("XYZ01", Environment.TN, "BCL"));
        assertThat(stream).hasToString("XYZ01.TN.BCL");
        assertThat(stream.withType("BCR")).hasToString("XYZ01.TN.BCR");
        assertThat(StreamName.parse("XYZ01.TN000001.BCL")).isEmpty();
        assertThat(StreamName.parse("XYZ00.TN.BCL")).isEmpty();
    }

    @Test
    void the_folders_of_a_home_are_those_of_the_contract() {
        Home home = new Home(Path.of("/srv/x/../bcl"));

        assertThat(Arrays.asList(
                        home.reference(),
                        home.snapshots(),
                        home.sftp(),
                        home.inbound("XYZ"),
                        home.outbound("XYZ"),
                        home.keys(),
                        home.quarantine(),
                        home.archive(),
                        home.sealed("ab12"),
                        home.evidence(),
                        home.database(),
                        home.settings()))
                .extracting(Path::toString)
                .containsExactly(
                        "/srv/bcl/reference",
                        "/srv/bcl/snapshots",
                        "/srv/bcl/sftp",
                        "/srv/bcl/sftp/XYZ/inbound",
                        "/srv/bcl/sftp/XYZ/outbound",
                        "/srv/bcl/keys",
                        "/srv/bcl/quarantine",
                        "/srv/bcl/archive",
                        "/srv/bcl/archive/ab/ab12",
                        "/srv/bcl/evidence",
                        "/srv/bcl/db",
                        "/srv/bcl/application.yml");
    }

    @Test
    void a_contact_is_closed_valid_or_invalid() {
        assertThat(ContactStatus.values())
                .filteredOn(ContactStatus::isClosed)
                .containsExactly(ContactStatus.CCIV, ContactStatus.CCVA);
        assertThat(ContactStatus.AACA.meaning()).isEqualTo("waiting for a CDSP agent");
    }

    @Test
    void digests_are_compared_by_value_and_written_in_hexadecimal() {
        ContentDigest one = ContentDigest.sha256("abc");

        assertThat(one).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(one).isEqualTo(ContentDigest.of(one.bytes())).hasSameHashCodeAs(ContentDigest.of(one.bytes()));
        assertThat(one).isNotEqualTo(ContentDigest.sha256("abd"));
        assertThat(one.hashCode()).isNotEqualTo(ContentDigest.sha256("abd").hashCode());
    }
}

package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are full, frozen, somewhere else or something else: what they hold waits, and all others go on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DiskFaultsTest {
    private static final String A1 = "AAA01.PN000001.BCR";
    private static final String B1 = "BBB01.PN000001.BCR";

    @TempDir
    private Path disk;

    private FaultyHome home;

    @BeforeEach
    void sendTwoFiles() throws Exception {
        home = FaultyHome.at(disk.resolve("home"), Databases.H2);
        home.send("AAA", 1, 200);
        home.send("BBB", 1, 3);
    }

    @Test
    void a_file_that_cannot_be_moved_out_of_inbound_waits() throws Exception {
        try (AutoCloseable frozen = Volume.frozen(home.inbound("AAA"))) {
            EngineHome.Result night = home.night();

            failed(night, "inbound folder AAA", "AAA01.PN000001.BCL", "not permitted", "the next look takes it");
            assertThat(home.answers()).containsExactly(B1);
        }
        home.finishes(203, A1, B1);
    }

    @Test
    void an_answer_that_cannot_be_put_into_outbound_waits() throws Exception {
        try (AutoCloseable frozen = Volume.frozen(home.outbound("AAA"))) {
            EngineHome.Result night = home.night();

            failed(night, A1, "not permitted", "the next run does it again");
            assertThat(home.answers()).containsExactly(B1);
        }
        home.finishes(203, A1, B1);
    }

    @Test
    void what_an_earlier_run_left_in_a_frozen_outbound_keeps_no_other_sender_back() throws Exception {
        Files.writeString(home.outbound("AAA").resolve(".AAA01.PN000001.BCR.0123456789abcdef.tmp"), "half");
        try (AutoCloseable frozen = Volume.frozen(home.outbound("AAA"))) {
            EngineHome.Result night = home.night();

            failed(night, "AAA/outbound", "not permitted");
            assertThat(home.answers()).containsExactly(B1);
        }
        home.finishes(203, A1, B1);
    }

    @Test
    void an_archive_that_takes_nothing_leaves_all_files_with_their_senders() throws Exception {
        Path archive =
                Files.createDirectories(home.root().resolve("archive/.sealing")).getParent();
        try (AutoCloseable frozen = Volume.frozen(archive.resolve(".sealing"))) {
            EngineHome.Result night = home.night();

            failed(night, "inbound folder AAA", "inbound folder BBB", "not permitted");
            assertThat(home.inbound("AAA").resolve("AAA01.PN000001.BCL")).exists();
            assertThat(home.answers()).isEmpty();
        }
        home.finishes(203, A1, B1);
    }

    @Test
    void a_file_for_whose_sealed_copy_the_disk_has_no_room_stays_with_its_sender() throws Exception {
        Path archive = Files.createDirectories(home.root().resolve("archive"));
        try (Volume small = Volume.on(archive, "12k")) {
            EngineHome.Result night = home.night();

            failed(night, "inbound folder AAA", "AAA01.PN000001.BCL", "No space left", "the next look takes it");
            assertThat(home.inbound("AAA").resolve("AAA01.PN000001.BCL")).exists();
            // The other's copy may have met the same full disk, made at the same time: then it waits too.
            assertThat(home.answers()).isSubsetOf(B1);

            small.become("size=10m");
            home.finishes(203, A1, B1);
        }
    }

    @Test
    void an_answer_for_which_the_disk_has_no_room_is_never_seen_in_part_and_waits() throws Exception {
        try (Volume small = Volume.on(home.outbound("AAA"), "8k")) {
            EngineHome.Result night = home.night();

            failed(night, A1, "No space left", "the next run does it again");
            assertThat(home.answers()).containsExactly(B1);
            try (var left = Files.list(home.outbound("AAA"))) {
                assertThat(left).isEmpty();
            }

            small.become("size=10m");
            home.finishes(203, A1, B1);
        }
    }

    @Test
    void an_inbound_on_another_volume_is_refused_before_anything_is_touched() throws Exception {
        try (Volume other = Volume.on(home.inbound("AAA"), "1m")) {
            home.send("AAA", 1, 200);

            EngineHome.Result night = home.night();

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.USAGE);
            assertThat(night.err()).contains("sftp/AAA/inbound lies on another volume");
            assertThat(home.answers()).isEmpty();
        }
        home.finishes(203, A1, B1);
    }

    @Test
    void archive_quarantine_and_outbound_on_volumes_of_their_own_hold_what_they_should() throws Exception {
        Path archive = Files.createDirectories(home.root().resolve("archive"));
        Path quarantine = Files.createDirectories(home.root().resolve("quarantine"));
        Files.createSymbolicLink(home.inbound("AAA").resolve("link"), Path.of("/nowhere"));
        home.send("ZZZ", 1, 2);
        byte[] strange = Files.readAllBytes(home.inbound("ZZZ").resolve("ZZZ01.PN000001.BCL"));
        try (Volume one = Volume.on(archive, "10m");
                Volume two = Volume.on(quarantine, "10m");
                Volume three = Volume.on(home.outbound("AAA"), "10m")) {
            Path left = Files.createDirectory(quarantine.resolve(".sealing")).resolve("left-by-a-kill");
            Files.writeString(left, "half");

            home.finishes(203, A1, B1);

            try (var kept = Files.list(quarantine)) {
                assertThat(kept.filter(path -> !path.endsWith(".sealing")))
                        .hasSize(2)
                        .anySatisfy(file -> assertThat(file).isSymbolicLink())
                        .anySatisfy(file -> assertThat(file).isRegularFile().hasBinaryContent(strange));
            }
            assertThat(quarantine.resolve(".sealing")).isEmptyDirectory();
        }
    }

    @Test
    void an_outbound_that_became_a_link_is_not_followed() throws Exception {
        Path elsewhere = Files.createDirectory(disk.resolve("elsewhere"));
        Path outbound = home.outbound("AAA");
        Files.delete(outbound);
        Files.createSymbolicLink(outbound, elsewhere);

        EngineHome.Result night = home.night();

        failed(night, A1, "is a link");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(home.answers()).containsExactly(B1);
        Files.delete(outbound);
        home.finishes(203, A1, B1);
    }

    @Test
    void another_file_under_an_answers_name_stays_and_its_file_is_held_with_a_notice_until_it_is_gone()
            throws Exception {
        Path foreign = Files.writeString(home.outbound("AAA").resolve(A1), "not ours");

        EngineHome.Result night = home.night();

        failed(night, A1, "Held: ");
        assertThat(foreign).hasContent("not ours");
        assertThat(home.answers()).containsExactlyInAnyOrder(A1, B1);
        try (TestDatabase database = home.settings().database()) {
            assertThat(FaultyHome.count(
                            database,
                            "select count(*) from notice join inbound_file on inbound_file.id = file_id"
                                    + " where kind = 'ANSWER_REFUSED' and subject = '" + A1
                                    + "' and organisation = 'AAA' and state = 'HELD' and held_from = 'DECIDED'"))
                    .isOne();
        }
        assertThat(home.rerun("AAA01.PN000001.BCL").code()).isEqualTo(ExitCode.DONE);
        failed(home.night(), A1, "Held: ");
        assertThat(foreign).as("tried again").hasContent("not ours");

        Files.delete(foreign);
        assertThat(home.rerun("AAA01.PN000001.BCL").code()).isEqualTo(ExitCode.DONE);
        home.finishes(203, A1, B1);
    }

    private static void failed(EngineHome.Result night, String... words) {
        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.FAILED);
        assertThat(night.err()).contains(words);
    }
}

package bcl.intake;

import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import bcl.wire.ContentDigest;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Puts links, pipes and devices into quarantine by renaming, and tells of folders once. The row is written first, under a name
 * that the same thing gets again after a crash: so it is recorded once, whatever happens between.
 */
final class Oddities {
    private static final String KIND = "NOT_A_FILE";

    private final Home home;
    private final Disk disk;
    private final IntakeLedgers ledgers;
    private final Recorder recorder;

    Oddities(Home home, Disk disk, IntakeLedgers ledgers, Recorder recorder) {
        this.home = home;
        this.disk = disk;
        this.ledgers = ledgers;
        this.recorder = recorder;
    }

    void report(List<Oddity> odd, Instant now, ReportBuilder report) {
        for (Oddity each : odd) {
            try {
                if (each.quarantine()) {
                    report.quarantined(quarantine(each, now));
                } else {
                    noticeOnce(each, now);
                }
            } catch (IOException e) {
                report.failed(new IntakeFailure(
                        each.folder(), each.name(), e, "It stays where it is, unopened; remove it by hand"));
            }
        }
    }

    private Quarantined quarantine(Oddity odd, Instant now) throws IOException {
        String identity =
                odd.subject() + '\n' + odd.entry().key() + '\n' + odd.entry().modified();
        String storedAs = QuarantineName.of(digest(identity), odd.name());
        Quarantined row = ledgers.operators().quarantine().stream()
                .filter(old -> old.storedAs().equals(storedAs))
                .findFirst()
                .orElseGet(() -> record(odd, storedAs, now));
        disk.move(odd.path(), home.quarantine().resolve(storedAs));
        return row;
    }

    private Quarantined record(Oddity odd, String storedAs, Instant now) {
        Quarantined row = new Quarantined(odd.folder(), odd.name(), storedAs, digest(""), 0, odd.what(), now);
        ledgers.transaction().executeWithoutResult(status -> recorder.quarantine(row));
        return row;
    }

    private void noticeOnce(Oddity odd, Instant now) {
        boolean told = ledgers.operators().notices(KIND).stream()
                .anyMatch(notice -> notice.subject().equals(odd.subject()));
        if (!told) {
            String detail = odd.what() + ": nothing in it is looked at. Remove it, or tell its owner";
            ledgers.operators().notice(new Notice(now, KIND, null, odd.subject(), detail));
        }
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(ContentDigest.newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

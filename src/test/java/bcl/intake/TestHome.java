package bcl.intake;

import bcl.ledger.ClaimLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.OperatorLedger;
import bcl.testsupport.TestDatabase;
import bcl.wire.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A home on the real disk, its database, and an engine's clock that stands still. */
final class TestHome {
    static final Instant NOW = Instant.parse("2026-11-21T00:30:00Z");
    static final Set<String> KNOWN = Set.of("ABC", "XYZ");

    final Home home;
    final TestDatabase database;
    final IntakeLedgers ledgers;
    Instant now = NOW;

    TestHome(Path folder, TestDatabase database) throws IOException {
        this.home = new Home(folder);
        this.database = database;
        this.ledgers = ledgers(database.dataSource(), database.transactions());
        HomeFolders.prepare(home);
        Files.createDirectories(Sealer.unfinished(home));
        Files.createDirectories(QuarantineFolder.unfinished(home));
        for (String organisation : KNOWN) {
            HomeFolders.organisation(home, organisation);
        }
    }

    static String content(String mark) {
        return "\"A00\",1234,\"BCL\",20261120,\"193000\",1\r\n\"L12\",1,\"" + mark + "\"\r\n\"Z99\",1\r\n";
    }

    /** A complete file that was last changed an hour and a bit ago. */
    Path lay(String organisation, String name, String content) throws IOException {
        return lay(organisation, name, content, NOW.minusSeconds(4000));
    }

    Path lay(String organisation, String name, String content, Instant modified) throws IOException {
        Path inbound = Files.createDirectories(home.inbound(organisation));
        Path file = Files.write(inbound.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }

    Intake intake() {
        return intake(Uploads.UNKNOWN);
    }

    Intake intake(Uploads uploads) {
        return intake(IntakeSettings.defaults(), ledgers, new LocalDisk()).withUploads(uploads);
    }

    Intake intake(Trouble trouble) {
        IntakeSettings one = new IntakeSettings(
                IntakeSettings.defaults().quietPeriod(),
                IntakeSettings.defaults().incompleteAfter(),
                1,
                3,
                1 << 20);
        DataSource dataSource = new TroubledDataSource(database.dataSource(), trouble);
        TransactionTemplate transactions = new TransactionTemplate(new TroubledTransactions(dataSource, trouble));
        return intake(one, ledgers(dataSource, transactions), new TroubledDisk(trouble));
    }

    Intake intake(IntakeSettings settings, IntakeLedgers where, Disk disk) {
        return new Intake(home, where, KNOWN::contains, settings, new Means(() -> now, disk, Uploads.UNKNOWN));
    }

    IntakeReport takeAll() throws InterruptedException {
        return intake().takeAll();
    }

    /** What still lies in the folders of claims, copies and senders. */
    List<String> leftOver() throws IOException {
        try (Stream<Path> sftp = Files.walk(home.sftp());
                Stream<Path> sealing = Files.walk(Sealer.unfinished(home));
                Stream<Path> strangers = Files.walk(QuarantineFolder.unfinished(home))) {
            return Stream.concat(sftp, Stream.concat(sealing, strangers))
                    .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> home.root().relativize(path).toString())
                    .filter(path -> !path.equals("sftp/.taken/.lock"))
                    .sorted()
                    .toList();
        }
    }

    List<String> claims() throws IOException {
        try (Stream<Path> claims = Files.list(Claims.root(home))) {
            return claims.map(path -> Claims.last(path).toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    String sealed(String content) {
        try {
            return Files.readString(home.sealed(digest(content)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IntakeLedgers ledgers(DataSource dataSource, TransactionTemplate transactions) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        return new IntakeLedgers(new FileLedger(jdbc), new OperatorLedger(jdbc), new ClaimLedger(jdbc), transactions);
    }
}

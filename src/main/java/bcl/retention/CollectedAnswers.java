package bcl.retention;

import bcl.wire.FileName;
import bcl.wire.Home;
import bcl.wire.StreamName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Answers that still lie in {@code outbound/} though their organisation has them. What nobody collected stays. For one thread.
 */
final class CollectedAnswers {
    private static final int PAGE = 1000;

    private final Home home;
    private final JdbcTemplate jdbc;

    CollectedAnswers(Home home, JdbcTemplate jdbc) {
        this.home = home;
        this.jdbc = jdbc;
    }

    /** An answer by what the ledger says of it. */
    private record Known(String name, String digest) {}

    /** Those that were collected, and put there last, before that time. */
    List<Path> before(Instant time) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(home.sftp())) {
            return found;
        }
        try (DirectoryStream<Path> organisations = Files.newDirectoryStream(home.sftp(), "[!.]*")) {
            for (Path organisation : organisations) {
                collect(String.valueOf(organisation.getFileName()), time, found);
            }
        }
        return found;
    }

    private void collect(String organisation, Instant time, List<Path> found) throws IOException {
        Path folder = home.outbound(organisation);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Map<StreamName, List<FileName>> page = new HashMap<>();
        int size = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*")) {
            for (Path file : files) {
                FileName name =
                        FileName.parse(String.valueOf(file.getFileName())).orElse(null);
                if (name != null && isFileBefore(file, time)) {
                    page.computeIfAbsent(name.stream(), stream -> new ArrayList<>())
                            .add(name);
                    size++;
                }
                if (size == PAGE) {
                    known(organisation, page, time, found);
                    page.clear();
                    size = 0;
                }
            }
        }
        known(organisation, page, time, found);
    }

    private void known(String organisation, Map<StreamName, List<FileName>> page, Instant time, List<Path> found)
            throws IOException {
        for (var stream : page.entrySet()) {
            for (Known answer : collected(organisation, stream.getKey(), stream.getValue(), time)) {
                Path file = home.outbound(organisation).resolve(answer.name());
                if (isThis(file, answer.digest())) {
                    found.add(file);
                }
            }
        }
    }

    private Set<Known> collected(String organisation, StreamName stream, List<FileName> names, Instant time) {
        return new HashSet<>(jdbc.query(
                connection -> {
                    var query = connection.prepareStatement("select name, digest from answer where system = ?"
                            + " and environment = ? and type = ? and organisation = ? and number = any(?)"
                            + " and collected_at < ? and published_at < ?");
                    query.setString(1, stream.system());
                    query.setString(2, stream.environment().name());
                    query.setString(3, stream.type());
                    query.setString(4, organisation);
                    query.setArray(
                            5,
                            connection.createArrayOf(
                                    "integer",
                                    names.stream().map(FileName::number).toArray()));
                    query.setObject(6, time.atOffset(ZoneOffset.UTC));
                    query.setObject(7, time.atOffset(ZoneOffset.UTC));
                    return query;
                },
                (row, i) -> new Known(row.getString("name"), row.getString("digest"))));
    }

    /** The collected answer of a file if it is still there, and whether it is. */
    List<Path> of(long fileId) throws IOException {
        List<Path> found = new ArrayList<>();
        record Answer(String organisation, String name, String digest) {}
        for (Answer answer : jdbc.query(
                "select organisation, name, digest from answer where file_id = ? and collected_at is not null",
                (row, i) -> new Answer(row.getString(1), row.getString(2), row.getString(3)),
                fileId)) {
            Path file = home.outbound(answer.organisation()).resolve(answer.name());
            if (isThis(file, answer.digest())) {
                found.add(file);
            }
        }
        return found;
    }

    /** Names come back after 999,999 answers: the bytes say which it is. */
    private static boolean isThis(Path file, String digest) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Durably.digest(file).equals(digest);
    }

    /** One that was put back a moment ago, since its file was sent again, is to be collected again. */
    private static boolean isFileBefore(Path file, Instant time) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .isBefore(time);
    }
}

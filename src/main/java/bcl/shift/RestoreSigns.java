package bcl.shift;

import bcl.jobs.Stores;
import bcl.ledger.AnswerLedger;
import bcl.ledger.Quarantined;
import bcl.ledger.StreamLedger;
import bcl.wire.ContentDigest;
import bcl.wire.FileName;
import bcl.wire.Home;
import bcl.wire.StreamName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lies beside the database and is newer than it: answers of this engine beyond the last one that it knows of their stream, and
 * digests of seals beyond its last one; and what an operator has accepted of it, but was not moved away. Files are listed before the database is asked, since answers and seals are committed before
 * anybody can see them.
 *
 * @param answers that the database knows nothing of
 * @param digests files of {@code evidence/} that tell of later seals
 * @param highestCrn in these answers, 0 if none is there
 * @param left answers that are accepted as lost, and still lie in {@code outbound/}
 */
public record RestoreSigns(List<Lost> answers, List<Path> digests, long highestCrn, List<Quarantined> left) {
    private static final Pattern HEADER = Pattern.compile("\"A00\",\\d+,\"(BCR|FRJ)\",\\d{8},\"\\d{6}\",(\\d+)");
    private static final Pattern CRN = Pattern.compile("\"L51\",.*,(\\d{10}),\"[A-Z]{4}\",\\d+");

    /**
     * An answer that the database knows nothing of.
     *
     * @param sequence its place in its stream
     */
    public record Lost(String organisation, FileName name, Path file, long sequence) {}

    /** What has the name of an answer. */
    private record Listed(String organisation, FileName name, Path file) {}

    public static RestoreSigns look(Stores stores) throws IOException {
        List<Listed> listed = listed(stores.home().sftp());
        List<Path> digests = digests(stores.home().evidence());
        Map<StreamName, Long> last = new HashMap<>();
        List<Lost> lost = new ArrayList<>();
        long highest = 0;
        for (Listed each : listed) {
            long known = last.computeIfAbsent(each.name().stream(), stores.streams()::lastAnswer);
            if (isBeyond(each, known, stores.answers()) && isAnswer(each)) {
                long sequence = StreamLedger.nextWith(each.name().number(), known);
                lost.add(new Lost(each.organisation(), each.name(), each.file(), sequence));
                highest = Math.max(highest, highestCrn(each.file()));
            }
        }
        long sealed = stores.runs().lastSeal();
        digests.removeIf(file -> lastSeal(file) <= sealed);
        return new RestoreSigns(
                List.copyOf(lost), List.copyOf(digests), highest, List.copyOf(LostAnswers.left(stores)));
    }

    /**
     * Whether it is no answer up to the last one that is known. Numbers come back after 999999: where its number was given before, it is
     * taken for the earlier answer, unless the next one of that number is nearer; then their bytes decide.
     */
    private static boolean isBeyond(Listed file, long known, AnswerLedger answers) throws IOException {
        long next = StreamLedger.nextWith(file.name().number(), known);
        long earlier = next - StreamLedger.round();
        if (earlier < 1 || next - known > known - earlier) {
            return earlier < 1;
        }
        Optional<String> recorded = answers.digest(file.name().stream(), earlier);
        try {
            return recorded.isEmpty()
                    || !recorded.get().equals(ContentDigest.ofFile(file.file(), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return false; // collected at this moment
        }
    }

    public boolean isNothing() {
        return isAccepted() && left.isEmpty();
    }

    /** Whether nothing is to be accepted, though something may be left to be moved. */
    public boolean isAccepted() {
        return answers.isEmpty() && digests.isEmpty();
    }

    /** What these signs say together. */
    public String older() {
        return (isAccepted()
                        ? "The restore of a backup was accepted, but not to the end: "
                        : "The database is older than its home, as after the restore of a backup: ")
                + told();
    }

    /** What an operator can do about it. */
    public String next(Home home) {
        String command = "./run.sh accept-restore --home " + home.root() + " --reason \"REASON\"";
        return isAccepted()
                ? "Give it again: " + command
                : "Restore a later backup, or the log up to the failure; or read OPERATING.md, \"Backup and restore\", and"
                        + " then: " + command;
    }

    public String told() {
        List<String> told = new ArrayList<>();
        if (!answers.isEmpty()) {
            Lost first = answers.get(0);
            told.add(answers.size() + " answers in outbound/ are beyond the last one that it knows, such as "
                    + first.organisation() + "/" + first.name());
        }
        if (!digests.isEmpty()) {
            told.add("evidence/" + digests.get(digests.size() - 1).getFileName()
                    + " tells of seals that it does not have");
        }
        if (!left.isEmpty()) {
            told.add(left.size() + " answers that were accepted as lost still lie in outbound/, such as "
                    + left.get(0).folder() + "/" + left.get(0).name());
        }
        return String.join("; ", told);
    }

    private static List<Listed> listed(Path sftp) throws IOException {
        List<Listed> found = new ArrayList<>();
        if (!Files.isDirectory(sftp)) {
            return found;
        }
        try (DirectoryStream<Path> organisations = Files.newDirectoryStream(sftp, "[!.]*")) {
            for (Path organisation : organisations) {
                Path outbound = organisation.resolve("outbound");
                if (Files.isDirectory(outbound, LinkOption.NOFOLLOW_LINKS)) {
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(outbound, "[!.]*")) {
                        for (Path file : files) {
                            FileName.parse(String.valueOf(file.getFileName()))
                                    .ifPresent(name -> found.add(
                                            new Listed(String.valueOf(organisation.getFileName()), name, file)));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** What somebody else put there under such a name is no sign of anything. */
    private static boolean isAnswer(Listed lost) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(lost.file(), StandardCharsets.ISO_8859_1)) {
            String first = reader.readLine();
            Matcher header = HEADER.matcher(first == null ? "" : first.strip());
            return header.matches()
                    && header.group(1).equals(lost.name().stream().type())
                    && Long.parseLong(header.group(2)) == lost.name().number();
        } catch (NoSuchFileException e) {
            return false; // collected at this moment
        }
    }

    private static long highestCrn(Path file) throws IOException {
        long highest = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher crn = CRN.matcher(line.strip());
                if (crn.matches()) {
                    highest = Math.max(highest, Long.parseLong(crn.group(1)));
                }
            }
        }
        return highest;
    }

    private static List<Path> digests(Path evidence) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        if (Files.isDirectory(evidence)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(evidence, "[0-9]*.digest")) {
                files.forEach(found::add);
            }
        }
        return new ArrayList<>(found.descendingSet());
    }

    /** The number of the last seal that a file tells; 0 if it tells none, which {@code reconcile} finds. */
    private static long lastSeal(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String number = lines.isEmpty() ? "" : lines.get(lines.size() - 1).split(" ", 2)[0];
            return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package bcl.reports;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.FileCheck;
import bcl.commands.ProgressBar;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.commands.ValidateRequest;
import bcl.night.NightClock;
import bcl.preview.AnswerPreview;
import bcl.preview.PreviewResult;
import bcl.reference.ReferenceFolder;
import bcl.reference.Refused;
import bcl.wire.Limits;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code validate}: answers to standard output, in the order of the files, and a line about each to standard error. */
public final class ValidateFiles implements FileCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ValidateFiles.class);

    private final Supplier<Limits> limits;
    private final NightClock clock;

    /** @param limits asked once a call; may throw {@link UsageException} */
    public ValidateFiles(Supplier<Limits> limits, NightClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public ExitCode check(ValidateRequest request, Session session) {
        requireReadable(request.files(), session);
        AnswerPreview preview = new AnswerPreview(reference(request.reference()), limits.get(), clock);
        boolean rejected = false;
        int failed = 0;
        try (ProgressBar bar = new ProgressBar("bytes", session)) {
            long all = request.files().stream()
                    .mapToLong(file -> size(file, session))
                    .sum();
            bar.left(all);
            long passed = 0;
            for (Path file : request.files()) {
                passed += size(file, session);
                Printed printed = new Printed(session.out());
                try {
                    rejected |= write(preview, file, session, printed, bar);
                } catch (IOException | RuntimeException e) {
                    String what = file + " could not be checked to its end: " + cause(e);
                    // What would come next on standard output could not be told from the rest of this answer.
                    if (printed.any()) {
                        throw new EngineException(what, e);
                    }
                    session.err().println(what);
                    failed++;
                }
                bar.at(passed, all);
            }
        }
        if (failed > 0) {
            throw new EngineException(
                    "no answer to " + failed + " of " + request.files().size() + " files");
        }
        return rejected ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** What nobody foresaw is logged, and told without its message. */
    private static String cause(Exception failure) {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return failure.toString();
        }
        LOG.error("Unexpected failure, please report it", failure);
        return failure.getClass().getSimpleName();
    }

    /** Standard output, and whether anything of one answer went there. */
    private static final class Printed extends FilterOutputStream {
        private boolean any;

        Printed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            any = true;
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            any = true;
            out.write(bytes, from, length);
        }

        boolean any() {
            return any;
        }
    }

    private static long size(Path file, Session session) {
        return session.readable(file).toFile().length();
    }

    private static boolean write(AnswerPreview preview, Path file, Session session, OutputStream out, ProgressBar bar)
            throws IOException {
        PreviewResult result = preview.write(session.readable(file), out, bytes -> bar.done(bytes, bytes));
        // A print stream keeps its errors to itself: a full disk would pass for an answer.
        if (session.out().checkError()) {
            throw new IOException("standard output does not take the answer");
        }
        session.err().println(file + ": " + summary(result));
        return result.rejects();
    }

    private static String summary(PreviewResult result) {
        if (result instanceof PreviewResult.Results results) {
            return "answered by BCR, " + results.totals().accepted() + " accepted, "
                    + results.totals().rejected() + " rejected";
        }
        if (result instanceof PreviewResult.Rejection rejection) {
            return rejection.findings().stream()
                    .map(finding -> finding.reason().name())
                    .collect(Collectors.joining(", ", "answered by FRJ, rejected whole: ", ""));
        }
        return "no answer: " + ((PreviewResult.NoAnswer) result).why();
    }

    private static void requireReadable(List<Path> files, Session session) {
        String wrong = files.stream()
                .filter(file -> !isReadable(session.readable(file)))
                .map(file -> Files.notExists(session.readable(file))
                        ? "There is no file " + file
                        : file + " is no file that can be read")
                .distinct()
                .collect(Collectors.joining(System.lineSeparator()));
        if (!wrong.isEmpty()) {
            throw new UsageException(wrong);
        }
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    private static ReferenceFolder.Usable reference(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new UsageException("--reference: " + folder + " is no folder that can be read");
        }
        ReferenceFolder read;
        try {
            read = ReferenceFolder.read(folder);
        } catch (IOException e) {
            throw new EngineException("The reference data in " + folder + " could not be read: " + e, e);
        }
        if (read instanceof ReferenceFolder.Usable usable) {
            return usable;
        }
        throw new UsageException(((ReferenceFolder.Unusable) read)
                .refused().stream()
                        .map(Refused::describe)
                        .collect(Collectors.joining(
                                System.lineSeparator(),
                                "The reference data in " + folder + " cannot be used" + System.lineSeparator(),
                                "")));
    }
}

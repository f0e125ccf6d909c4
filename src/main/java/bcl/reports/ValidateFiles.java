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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code validate}: answers to standard output, in the order of the files, and a line about each to standard error. */
public final class ValidateFiles implements FileCheck {
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
        long all = request.files().stream()
                .mapToLong(file -> session.readable(file).toFile().length())
                .sum();
        boolean rejected = false;
        try (ProgressBar bar = new ProgressBar("bytes", session)) {
            bar.left(all);
            long passed = 0;
            for (Path file : request.files()) {
                passed += session.readable(file).toFile().length();
                rejected |= write(preview, file, session, bar);
                bar.at(passed, all);
            }
        }
        return rejected ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static boolean write(AnswerPreview preview, Path file, Session session, ProgressBar bar) {
        try {
            PreviewResult result =
                    preview.write(session.readable(file), session.out(), bytes -> bar.done(bytes, bytes));
            // A print stream keeps its errors to itself: a full disk would pass for an answer.
            if (session.out().checkError()) {
                throw new IOException("standard output does not take the answer");
            }
            session.err().println(file + ": " + summary(result));
            return result.rejects();
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException(file + " could not be checked to its end: " + e, e);
        }
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

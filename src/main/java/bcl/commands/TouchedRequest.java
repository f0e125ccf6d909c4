package bcl.commands;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Whose data somebody or something had to do with.
 *
 * @param from the first UK day that is asked for
 * @param to the last one
 * @param contacts whether each contact is listed
 */
public record TouchedRequest(Path home, By by, LocalDate from, LocalDate to, boolean contacts, boolean json)
        implements HomeRequest {
    /** Who or what. */
    public sealed interface By {}

    /** A sender, by its short code. */
    public record Organisation(String code) implements By {}

    /** A sender's key, by its fingerprint in OpenSSH's form, {@code SHA256:…}. */
    public record Key(String fingerprint) implements By {}

    /** An operator, by the name that is recorded, or its beginning. */
    public record Operator(String name) implements By {}

    /** A run, by the number that {@code status} and the log show. */
    public record Run(long number) implements By {}

    /** A file, by number or name. */
    public record Delivery(String file) implements By {}
}

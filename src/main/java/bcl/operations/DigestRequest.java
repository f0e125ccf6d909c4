package bcl.operations;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a day.
 *
 * @param day null for what is recorded until now, which is sealed first
 */
record DigestRequest(Path home, @Nullable LocalDate day) implements HomeRequest {}

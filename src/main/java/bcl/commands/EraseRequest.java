package bcl.commands;

import java.nio.file.Path;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Erases content whose time has come.
 *
 * @param olderThan null for what the settings say
 * @param open whether contacts that nobody has closed keep nothing; counts with {@code olderThan}
 * @param reason empty for a rehearsal alone
 */
public record EraseRequest(Path home, @Nullable Period olderThan, boolean open, boolean rehearse, String reason)
        implements HomeRequest {}

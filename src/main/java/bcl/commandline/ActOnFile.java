package bcl.commandline;

import bcl.commands.ServiceAddress;
import bcl.commands.Texts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An operator's act on one file, which has a reason: the same in {@code hold} and {@code release}. */
final class ActOnFile {
    @Mixin
    private final FileOnHome file = new FileOnHome();

    @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why; recorded with the act.")
    private String reason;

    Path home() {
        return file.home();
    }

    String file() {
        return file.name();
    }

    String reason() {
        return Texts.reason("--reason", reason);
    }

    /** As {@link HomeOrService#service}. */
    @Nullable
    ServiceAddress service() {
        return file.service();
    }
}

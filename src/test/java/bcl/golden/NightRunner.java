package bcl.golden;

import java.nio.file.Path;

/** One night's run on a home, whatever plays the engine: in this process, or a command. A failure of the night is thrown. */
@FunctionalInterface
public interface NightRunner {
    void run(Path home) throws Exception;
}

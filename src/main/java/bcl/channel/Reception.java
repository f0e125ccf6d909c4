package bcl.channel;

import bcl.commands.Call;
import bcl.commands.ExitCode;
import bcl.commands.Session;
import java.util.Optional;

/** What the holder of a home does with calls from other processes. Called by several threads. */
public interface Reception {
    /** What to do for the call; empty if the caller must wait until this process has gone. */
    Optional<Work> receive(Call call);

    /** A call that can begin. */
    @FunctionalInterface
    interface Work {
        ExitCode run(Session session);
    }
}

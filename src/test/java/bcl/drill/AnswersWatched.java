package bcl.drill;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What the drill sees of a home's answers while engines work, for tests of other processes. */
public final class AnswersWatched implements AutoCloseable {
    private final OutboundWatch watch;

    public AnswersWatched(Path root) {
        Home home = new Home(root);
        watch = new OutboundWatch(() -> DrillHome.answers(home));
    }

    /** After the end: answers that were not whole when they could first be seen, went away or changed. */
    public Set<String> faults() throws IOException {
        return watch.faults();
    }

    @Override
    public void close() throws InterruptedException {
        watch.close();
    }
}

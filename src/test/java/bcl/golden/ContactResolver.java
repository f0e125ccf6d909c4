package bcl.golden;

import java.nio.file.Path;

/** Reports new statuses of contacts to the engine, as {@code resolve --from} does: a file of {@code crn,status,reason}. */
@FunctionalInterface
public interface ContactResolver {
    void resolve(Path home, Path csv) throws Exception;
}

package bcl.startup;

import bcl.commands.UsageException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables up to date, unless a newer program made them: Flyway alone would let an older program go on with those. */
final class SchemaCheck {
    private static final Set<MigrationState> UNKNOWN_TO_US = EnumSet.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    private SchemaCheck() {}

    /** @throws UsageException if the tables are newer than the program, or cannot be brought up to date */
    static void migrate(Flyway flyway) {
        try {
            MigrationInfo[] all = flyway.info().all();
            String unknown = Arrays.stream(all)
                    .filter(migration -> UNKNOWN_TO_US.contains(migration.getState()))
                    .map(SchemaCheck::name)
                    .collect(Collectors.joining(", "));
            if (!unknown.isEmpty()) {
                throw new UsageException("The tables are newer than this program, which does not know their version "
                        + unknown + ". Run the program that made them, or a later one; nothing was changed");
            }
            if (!isCurrent(all)) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw new UsageException("The tables cannot be brought up to date: " + firstLine(e), e);
        }
    }

    /** Most starts find the tables as they should be, and need not ask for the lock under which they are changed. */
    private static boolean isCurrent(MigrationInfo... all) {
        return all.length > 0
                && Arrays.stream(all)
                        .allMatch(migration -> migration.getState() == MigrationState.SUCCESS
                                && migration.isChecksumMatching()
                                && migration.isDescriptionMatching()
                                && migration.isTypeMatching());
    }

    private static String name(MigrationInfo migration) {
        return migration.getVersion() == null
                ? migration.getDescription()
                : migration.getVersion().toString();
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("unknown cause");
    }
}

package bcl.operations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "drill",
        customSynopsis = "./run.sh drill --kills N [--seed S]",
        header = "Kills engines at work and proves that nothing came of it.",
        description = {
            "Makes a home of its own in a temporary folder, sends synthetic files to it, and runs nights on it as processes that "
                    + "are killed by SIGKILL while they start, take files, decide contacts and publish answers; files go on "
                    + "arriving meanwhile, some of them twice. Then it lets a night finish, has reconcile check everything, and "
                    + "compares each answer, but for CRNs and times, with that of a run that nobody disturbed.",
            "",
            "On H2, or on PostgreSQL if SPRING_DATASOURCE_URL (and USERNAME, PASSWORD) name one without any table; there it works "
                    + "in a schema that it makes and drops. No home that exists is touched. A kill takes about two seconds.",
            "",
            "The last line holds the figures. If anything is wrong, the folder stays and is named; else nothing is left."
        },
        footer = {
            "%nExamples:",
            "  ./run.sh drill --kills 30",
            "  ./run.sh drill --kills 500 --seed 42",
            "%nExit codes:",
            "  0  nothing was lost, nothing was done twice, and everything adds up",
            "  1  something differs, or the drill itself failed",
            "  2  wrong usage, or the database is not empty: nothing was done",
            "  4  stopped by Ctrl-C or SIGTERM before its end; nothing is left"
        })
final class DrillCommand implements Command {
    private static final int MOST = 100_000;

    @Option(names = "--kills", required = true, paramLabel = "N", description = "How often an engine is killed.")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the files and the moments (default: another one each time; the last line tells it).")
    private @Nullable Long seed;

    @Override
    public Request request() {
        if (kills < 1 || kills > MOST) {
            throw new UsageException("--kills: 1 to " + MOST + " is expected, not " + kills);
        }
        return new DrillRequest(kills, Optional.ofNullable(seed));
    }
}

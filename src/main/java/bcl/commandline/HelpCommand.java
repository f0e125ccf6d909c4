package bcl.commandline;

import bcl.commands.HelpRequest;
import bcl.commands.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@CommandLine.Command(
        name = "help",
        customSynopsis = "./run.sh help [COMMAND]",
        header = "Says what there is, or what one command does.")
final class HelpCommand implements Command {
    /** What {@code run.sh} does by itself, without this program. */
    private static final Map<String, String> OF_SCRIPT = Map.of("check", """
            Every test and check of the project; the same as CI.
            Usage: ./run.sh check
            Needs a JDK and Maven, no home and no database: it starts its own. Takes about a quarter of an hour.

            Exit codes:
              0  everything passed
              1  something failed, or no test ran; the last lines name it
            """, "bench", """
            Benchmark beside peers.
            Usage: ./run.sh bench [--quick] [--profile] [--rounds N]
                   ./run.sh bench [--only large|small|h2 | --growth | --portfolio | --micro]
            Engine and yardsticks in turn, on homes and a PostgreSQL of its own; figures and logs: target/bench.

            Exit codes:
              0  measured
              1  a measurement failed
              2  wrong usage: nothing was done
            """);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private @Nullable String command;

    @Override
    public Request request() {
        if (spec == null || spec.parent() == null) {
            throw new IllegalStateException("help is a command below the program");
        }
        CommandLine program = spec.parent().commandLine();
        String ofScript = command == null ? null : OF_SCRIPT.get(command);
        return new HelpRequest(
                ofScript == null
                        ? CommandTree.page(command == null ? program : CommandTree.named(program, command))
                        : ofScript);
    }
}

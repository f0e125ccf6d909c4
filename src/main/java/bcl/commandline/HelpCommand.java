package bcl.commandline;

import bcl.commands.HelpRequest;
import bcl.commands.Request;
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
        return new HelpRequest(CommandTree.page(command == null ? program : CommandTree.named(program, command)));
    }
}

package bcl.commandline;

import bcl.commands.Call;
import bcl.commands.HelpRequest;
import bcl.commands.RemoteRequest;
import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import bcl.commands.Times;
import bcl.commands.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and how a command line becomes a {@link Request}. A new command is a class and a line here. */
public final class CommandTree {
    private static final int WIDTH = 110;

    private CommandTree() {}

    private static List<Command> commands() {
        return List.of(
                new NightCommand(),
                new ServeCommand(),
                new ValidateCommand(),
                new StatusCommand(),
                new ContactCommand(),
                new ResolveCommand(),
                new RerunCommand(),
                new HoldCommand(),
                new ReleaseCommand(),
                new ResetStreamCommand(),
                new AcceptClockCommand(),
                new AcceptRestoreCommand(),
                new EraseCommand(),
                new TouchedCommand(),
                new ReconcileCommand(),
                new VerifyCommand(),
                new DigestCommand(),
                new GenerateCommand(),
                new DrillCommand(),
                new HelpCommand(),
                new SampleNightCommand());
    }

    /**
     * Reads a command line.
     *
     * @throws UsageException with what is wrong, and where help is
     */
    public static Request read(Call call) {
        CommandLine program = program(call.workingDirectory());
        try {
            ParseResult result = program.parseArgs(call.arguments().toArray(String[]::new));
            if (result.isUsageHelpRequested() || !result.hasSubcommand()) {
                return new HelpRequest(page(program));
            }
            CommandLine chosen = result.subcommand().commandSpec().commandLine();
            if (result.subcommand().isUsageHelpRequested()) {
                return new HelpRequest(page(chosen));
            }
            return request(chosen, call.arguments());
        } catch (ParameterException e) {
            throw new UsageException(explained(e, program), e);
        }
    }

    /** A help page. */
    static String page(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF);
    }

    static CommandLine named(CommandLine program, String name) {
        CommandLine command = program.getSubcommands().get(name);
        if (command == null) {
            throw new UsageException(unknown(name, program));
        }
        return command;
    }

    private static Request request(CommandLine chosen, List<String> arguments) {
        try {
            Command command = chosen.getCommand();
            Request request = command.request();
            ServiceAddress service = command.service();
            return service == null
                    ? request
                    : new RemoteRequest(service, ServiceOptions.stripped(arguments), request.files());
        } catch (UsageException e) {
            throw new UsageException(e.getMessage() + hint(chosen), e);
        }
    }

    private static CommandLine program(Path workingDirectory) {
        CommandLine program = new CommandLine(new ProgramCommand());
        for (Command command : commands()) {
            program.addSubcommand(command);
        }
        program.getSubcommands().values().forEach(CommandTree::takesHelp);
        takesHelp(program);
        // File names may begin with an at sign or hold quotes; nothing in them is for us to read.
        program.setExpandAtFiles(false);
        program.setTrimQuotes(false);
        program.setInterpolateVariables(false);
        program.setUsageHelpWidth(WIDTH);
        program.registerConverter(Path.class, text -> path(workingDirectory, text));
        program.registerConverter(LocalTime.class, CommandTree::time);
        program.registerConverter(LocalDate.class, CommandTree::date);
        return program;
    }

    /** What people type who do not know of the command {@code help}; help pages need not tell. */
    private static void takesHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .hidden(true)
                        .build());
    }

    private static Path path(Path workingDirectory, String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("a path is expected, not an empty text");
        }
        try {
            return workingDirectory.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new TypeConversionException("this system knows no such path: " + e.getReason());
        }
    }

    private static LocalTime time(String text) {
        try {
            return Times.hoursAndMinutes(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no time HH:MM from 00:00 to 23:59");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date YYYY-MM-DD");
        }
    }

    private static String explained(ParameterException e, CommandLine program) {
        CommandLine at = e.getCommandLine();
        if (at.getParent() == null && e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), program) + hint(program);
        }
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "There is no place for '" + unmatched.getUnmatched().get(0) + "'" + hint(at);
        }
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("Wrong usage");
        return first + hint(at);
    }

    private static String unknown(String name, CommandLine program) {
        Stream<String> names = program.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey);
        return "There is no command '" + name + "'. There are: " + String.join(", ", names.toList());
    }

    private static String hint(CommandLine at) {
        boolean general = at.getParent() == null || at.getCommand() instanceof HelpCommand;
        String topic = general ? "" : " " + at.getCommandName();
        return System.lineSeparator() + "See ./run.sh help" + topic;
    }
}

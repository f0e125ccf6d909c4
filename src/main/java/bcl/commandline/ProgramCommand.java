package bcl.commandline;

import picocli.CommandLine;

/** The program itself: its help page lists the commands. */
@CommandLine.Command(
        name = "./run.sh",
        customSynopsis = {
            "./run.sh COMMAND [OPTIONS]",
            "       ./run.sh",
            "       ./run.sh check",
            "       ./run.sh bench [--quick]"
        },
        header = "Bulk contact logging engine: checks files of contacts by night, logs them and answers each file.%n",
        description = {
            "%nWithout a command: builds what is not built, then a whole night on the sample files in a fresh home.",
            "check: every test and check of the project. bench: benchmark beside peers."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "%nResults go to standard output, progress and log lines to standard error.",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names, and something is left to do",
            "  2  wrong usage or settings, unknown or ambiguous FILE or CRN: nothing was done",
            "  3  outside the window: nothing was done",
            "  4  stopped with work left: the next run goes on from there",
            "  5  another process is running this home's night: nothing was done",
            "  6  nothing to do: the file is finished, and its answer stands",
            "%nSettings: HOME/application.yml, Spring Boot's way; docs/commands.md lists them. ./run.sh help COMMAND says more."
        })
final class ProgramCommand {}

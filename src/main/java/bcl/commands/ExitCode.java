package bcl.commands;

import java.util.Arrays;

/** How a command ends (docs/commands.md, "Exit codes"). */
public enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "the engine failed at something that it names, and something is left to do"),
    USAGE(2, "wrong usage or settings, unknown or ambiguous FILE or CRN: nothing was done"),
    OUTSIDE_WINDOW(3, "outside the window: nothing was done"),
    STOPPED(4, "stopped with work left: the next run goes on from there"),
    BUSY(5, "another process is running this home's night: nothing was done"),
    NOTHING_TO_DO(6, "nothing to do");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** The one with this number; a number that none has is a failure. */
    public static ExitCode of(int code) {
        return Arrays.stream(values())
                .filter(exit -> exit.code == code)
                .findFirst()
                .orElse(FAILED);
    }
}

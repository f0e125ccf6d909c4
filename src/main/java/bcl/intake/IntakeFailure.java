package bcl.intake;

/**
 * Something that could not be taken.
 *
 * @param folder the folder below {@code sftp/}, empty if it concerns all
 * @param name the file's name as received, unsafe to show as it is; empty if it concerns the whole folder
 * @param cause what failed
 * @param nextStep what the operator can do; the engine tries again by itself
 */
public record IntakeFailure(String folder, String name, Exception cause, String nextStep) {
    static IntakeFailure of(Arrival file, Exception cause) {
        return new IntakeFailure(
                file.folder(),
                file.name(),
                cause,
                "The file stays where it is; clear the cause, the next look takes it");
    }
}

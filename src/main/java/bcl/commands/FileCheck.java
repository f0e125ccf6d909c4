package bcl.commands;

/** {@code validate}: the answers that files would get, without home and database. */
@FunctionalInterface
public interface FileCheck {
    /** Prints the answers to the session's {@code out}; {@link ExitCode#FAILED} if anything was rejected. */
    ExitCode check(ValidateRequest request, Session session);
}

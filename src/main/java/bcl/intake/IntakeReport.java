package bcl.intake;

import bcl.ledger.Quarantined;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look at all {@code inbound/} folders brought.
 *
 * @param taken by number; of one organisation that is by name
 * @param quarantined what could be attributed to nobody, and what is no file
 * @param waiting files that are not complete yet
 * @param failures what could not be taken; everything else was, and the next look tries again
 */
public record IntakeReport(
        List<Taken> taken, List<Quarantined> quarantined, List<Waiting> waiting, List<IntakeFailure> failures) {
    public IntakeReport {
        taken = List.copyOf(taken);
        quarantined = List.copyOf(quarantined);
        waiting = List.copyOf(waiting);
        failures = List.copyOf(failures);
    }

    /** When the first of the waiting files is complete if none of them changes; empty if none waits. */
    public Optional<Instant> lookAgainAt() {
        return waiting.stream().map(Waiting::until).min(Instant::compareTo);
    }

    /**
     * A file that is now in the ledger.
     *
     * @param number in the ledger
     * @param name as received, unsafe to show as it is
     */
    public record Taken(long number, String organisation, String name, String digest, long size) {}

    /** A file that may still change; complete at {@code until} if it does not. */
    public record Waiting(String folder, String name, Instant until) {}
}

package bcl.ledger;

import bcl.night.UkTime;
import java.time.Instant;

/**
 * That the content of a file was erased because its time had come.
 *
 * @param rule such as {@code content older than P7Y}
 * @param finished whether all of it is gone by now
 */
public record Erased(Instant at, String rule, boolean finished) {
    /** In words, to follow on "the content was". */
    public String text() {
        return "erased on " + UkTime.localDate(at) + " by rule: " + rule + (finished ? "" : " (not finished yet)");
    }
}

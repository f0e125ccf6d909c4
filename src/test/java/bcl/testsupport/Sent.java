package bcl.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that an organisation sends.
 *
 * @param text one character a byte; {@code {crn:AAA:REFERENCE}} stands for the CRN of an earlier contact
 */
public record Sent(String organisation, String name, String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{crn:([^}]+)}");

    /** The bytes, with the CRNs of contacts by organisation and reference; 0 for a contact that was not logged. */
    public byte[] bytes(Map<String, Long> crns) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        crns.getOrDefault(match.group(1), 0L).toString()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

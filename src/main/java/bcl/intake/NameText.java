package bcl.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The name of a file as text. A name is bytes; on its way through the locale some would be lost, so they are taken from the
 * path's URI. Each byte that is not UTF-8 becomes one U+FFFD. The text is for people and for the ledger: nothing is opened by it.
 */
final class NameText {
    private NameText() {}

    static String of(Path path) {
        Path last = path.getFileName();
        String quick = last == null ? "" : last.toString();
        if (quick.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '?')) {
            return quick;
        }
        String uri = path.toUri().getRawPath();
        String raw = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return utf8(bytes(raw.substring(raw.lastIndexOf('/') + 1)));
    }

    private static ByteBuffer bytes(String escaped) {
        ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) escaped.charAt(i));
            }
        }
        return bytes.flip();
    }

    /** The decoder reports by default, and stops before the first byte that is wrong. */
    private static String utf8(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        while (decoder.reset().decode(bytes, text, true).isError()) {
            text.put('\uFFFD');
            bytes.get();
        }
        return text.flip().toString();
    }
}

package bcl.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDigestTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_digested_whole() throws IOException {
        String text = "abcdefghi\n".repeat(50_000);
        Path large = Files.writeString(folder.resolve("large"), text);
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(ContentDigest.ofFile(large))
                .isEqualTo(ContentDigest.sha256(text).toString());
        assertThat(ContentDigest.ofFile(empty))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_link_is_followed_unless_it_must_not_be() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(ContentDigest.ofFile(link)).isEqualTo(ContentDigest.ofFile(file));
        assertThatThrownBy(() -> ContentDigest.ofFile(link, LinkOption.NOFOLLOW_LINKS))
                .isInstanceOf(IOException.class);
    }
}

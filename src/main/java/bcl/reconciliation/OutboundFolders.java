package bcl.reconciliation;

import bcl.wire.FileName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** What lies in the outbound folders: every file is a recorded answer. Temporary files begin with a dot and do not count. */
final class OutboundFolders {
    private final Audit audit;

    OutboundFolders(Audit audit) {
        this.audit = audit;
    }

    void check() {
        Path sftp = audit.books().home().sftp();
        if (!Files.isDirectory(sftp)) {
            return;
        }
        try (DirectoryStream<Path> organisations = Files.newDirectoryStream(sftp)) {
            for (Path organisation : organisations) {
                check(String.valueOf(organisation.getFileName()));
            }
        } catch (IOException e) {
            audit.differences().home(Subject.OUTBOUND, "the folders below sftp/ cannot be read: " + e);
        }
    }

    private void check(String organisation) throws IOException {
        Path folder = audit.books().home().outbound(organisation);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith(".") && !isAnswer(organisation, name)) {
                    audit.differences()
                            .home(
                                    Subject.OUTBOUND,
                                    "sftp/" + harmless(organisation) + "/outbound/" + harmless(name)
                                            + " is no answer that was recorded");
                }
            }
        }
    }

    private boolean isAnswer(String organisation, String text) {
        Optional<FileName> name = FileName.parse(text);
        return name.isPresent()
                && audit.number(
                                "select count(*) from answer where system = ? and environment = ? and type = ? and name = ?"
                                        + " and organisation = ?",
                                name.get().stream().system(),
                                name.get().stream().environment().name(),
                                name.get().stream().type(),
                                text,
                                organisation)
                        > 0;
    }

    /** A stranger chose the name: nothing in it may move a terminal's cursor. */
    private static String harmless(String name) {
        return name.replaceAll("[^ -~]", "?");
    }
}

package bcl.wire;

import java.nio.file.Path;

/** The folders of an engine's home (docs/commands.md, "Home"). Nothing here touches the disk. */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path reference() {
        return root.resolve("reference");
    }

    /** The look-up files that are built from the snapshots in {@link #reference()}. */
    public Path snapshots() {
        return root.resolve("snapshots");
    }

    public Path sftp() {
        return root.resolve("sftp");
    }

    public Path inbound(String organisation) {
        return sftp().resolve(organisation).resolve("inbound");
    }

    public Path outbound(String organisation) {
        return sftp().resolve(organisation).resolve("outbound");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    /** Where the sealed copy with this digest lies; two characters of it name a folder, so that none grows too long. */
    public Path sealed(String digest) {
        return archive().resolve(digest.substring(0, 2)).resolve(digest);
    }

    /** The digests of the evidence, to be handed to others. */
    public Path evidence() {
        return root.resolve("evidence");
    }

    /** What was erased, beside the database: a backup of that which is restored must not bring it back. */
    public Path erased() {
        return root.resolve("erased");
    }

    public Path database() {
        return root.resolve("db");
    }

    public Path settings() {
        return root.resolve("application.yml");
    }
}

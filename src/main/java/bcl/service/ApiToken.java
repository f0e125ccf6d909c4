package bcl.service;

import bcl.channel.ChannelFile;
import bcl.commands.ServiceAddress;
import bcl.commands.UsageException;
import bcl.startup.HomeFolders;
import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/** {@code db/api-token}: who can read it may use the JSON API. Made once, for its owner alone; an operator may put another there. */
final class ApiToken {
    private ApiToken() {}

    static String of(Home home) {
        Path path = HomeFolders.database(home).resolve("api-token");
        try {
            if (Files.notExists(path) || Files.size(path) == 0) {
                make(path);
            }
            String token = Files.readString(path, StandardCharsets.US_ASCII).strip();
            if (!ServiceAddress.isToken(token)) {
                throw new UsageException(
                        path + " does not hold a token: 16 to 256 letters, digits and . _ ~ + / = - are expected."
                                + " Without the file a new one is made");
            }
            return token;
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot use " + path + ": " + DiskTrouble.reason(e) + ". Put that right and start again", e);
        }
    }

    /** Whole or not at all: on a full disk half of one would be refused at each start from then on. */
    private static void make(Path path) throws IOException {
        Path unfinished = path.resolveSibling("api-token.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ChannelFile.ownerOnly("rw-------"));
        String fresh = HexFormat.of().formatHex(ChannelFile.randomBytes());
        Files.writeString(unfinished, fresh + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }
}

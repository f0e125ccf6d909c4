package bcl.service;

import bcl.channel.ChannelFile;
import bcl.commands.ServiceAddress;
import bcl.commands.UsageException;
import bcl.startup.HomeFolders;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/** {@code db/api-token}: who can read it may use the JSON API. Made once, for its owner alone; an operator may put another there. */
final class ApiToken {

    private ApiToken() {}

    static String of(Home home) {
        Path path = HomeFolders.database(home).resolve("api-token");
        try {
            try {
                Files.createFile(path, ChannelFile.ownerOnly("rw-------"));
                String fresh = HexFormat.of().formatHex(ChannelFile.randomBytes());
                Files.writeString(path, fresh + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // made by an earlier start, or by an operator
            }
            String token = Files.readString(path, StandardCharsets.US_ASCII).strip();
            if (!ServiceAddress.isToken(token)) {
                throw new UsageException(
                        path + " does not hold a token: 16 to 256 letters, digits and . _ ~ + / = - are expected."
                                + " Without the file a new one is made");
            }
            return token;
        } catch (IOException e) {
            throw new UsageException("Cannot use " + path + ": " + e, e);
        }
    }
}

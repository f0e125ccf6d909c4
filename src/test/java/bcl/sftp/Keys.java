package bcl.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** A client's key. */
record Keys(Path file, KeyPair pair) {
    static Keys ed25519(Path file) {
        return make(file, "ssh-ed25519", 256);
    }

    static Keys make(Path file, String type, int bits) {
        try {
            KeyPair pair = KeyUtils.generateKeyPair(type, bits);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, out);
            }
            return new Keys(file, pair);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String line() {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    String fingerprint() {
        return Logins.fingerprint(pair.getPublic());
    }
}

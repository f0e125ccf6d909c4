package bcl.sftp;

import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.Set;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The server's Ed25519 key: {@code keys/host_ed25519}, and its public half in {@code keys/host_ed25519.pub}. Made once. If one of
 * both is there it is never made again: senders have pinned it, and a new one looks like an attack to them.
 *
 * @param made whether it was made just now
 */
record HostKey(KeyPair pair, boolean made) {
    private static final String NAME = "host_ed25519";

    static HostKey of(Home home) {
        Path file = home.keys().resolve(NAME);
        Path open = home.keys().resolve(NAME + ".pub");
        try {
            boolean make = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (make) {
                refuseIfLost(file, open);
                make(file);
            }
            HostKey key = new HostKey(read(file), make);
            key.compare(open);
            return key;
        } catch (IOException e) {
            throw unusable(file, DiskTrouble.reason(e), e);
        } catch (GeneralSecurityException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        }
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
    }

    private static UnusableHostKey unusable(Path file, String why, Exception cause) {
        return new UnusableHostKey("The host key " + file + " cannot be used: " + why, cause);
    }

    private static void refuseIfLost(Path file, Path open) {
        if (Files.exists(open, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableHostKey("The host key " + file + " is gone, but " + open + " shows that there was one. "
                    + "Restore it from the backup. Only if it is lost for good remove " + open
                    + " too: the next start makes a new key, and every sender must be told its fingerprint");
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        KeyFiles.requireOwnersAlone(file);
        byte[] bytes = Files.readAllBytes(file);
        Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                null, NamedResource.ofName(NAME), new ByteArrayInputStream(bytes), null);
        Iterator<KeyPair> found = pairs == null ? Set.<KeyPair>of().iterator() : pairs.iterator();
        if (!found.hasNext()) {
            throw new IOException("it holds no private key");
        }
        KeyPair pair = found.next();
        if (!KeyPairProvider.SSH_ED25519.equals(KeyUtils.getKeyType(pair))) {
            throw new IOException("it is no Ed25519 key");
        }
        return pair;
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "bulk contact logging", null, out);
        try {
            KeyFiles.writeNew(file, out.toByteArray(), "rw-------");
        } catch (FileAlreadyExistsException e) {
            return; // another process on this home was faster: its key counts
        }
    }

    private void compare(Path open) throws IOException, GeneralSecurityException {
        if (!Files.exists(open, LinkOption.NOFOLLOW_LINKS)) {
            String line = PublicKeyEntry.toString(pair.getPublic()) + " bulk contact logging\n";
            try {
                KeyFiles.writeNew(open, line.getBytes(StandardCharsets.US_ASCII), "rw-r--r--");
            } catch (FileAlreadyExistsException e) {
                compare(open);
            }
            return;
        }
        String line = Files.readString(open, StandardCharsets.ISO_8859_1).strip();
        boolean same = line.startsWith(PublicKeyEntry.toString(pair.getPublic()));
        if (!same) {
            throw new UnusableHostKey("The host key was replaced: " + open + " is not the public half of "
                    + open.resolveSibling(NAME) + ". Restore the pair from the backup. Only if the change was meant "
                    + "remove " + open + " and tell every sender the new fingerprint");
        }
    }
}

package bcl.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** One line of a file of public keys, in OpenSSH's form. */
sealed interface KeyLine {
    int SMALLEST_RSA = 3072;

    Set<String> TYPES = Set.of(
            KeyPairProvider.SSH_ED25519,
            KeyPairProvider.ECDSA_SHA2_NISTP256,
            KeyPairProvider.ECDSA_SHA2_NISTP384,
            KeyPairProvider.ECDSA_SHA2_NISTP521,
            KeyPairProvider.SSH_RSA);

    /** An empty line or a comment. */
    record Nothing() implements KeyLine {}

    record Key(PublicKey key) implements KeyLine {}

    record Unusable(String reason) implements KeyLine {}

    static KeyLine of(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return new Nothing();
        }
        String type = text.split("\\s+", 2)[0];
        if (!TYPES.contains(type)) {
            return new Unusable("it does not begin with ssh-ed25519, ecdsa-sha2-nistp256, -384, -521 or ssh-rsa; "
                    + "options before the key are not supported");
        }
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(text);
            PublicKey key = entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
            if (!type.equals(KeyUtils.getKeyType(key))) {
                return new Unusable("the key is not of the type that the line says");
            }
            return judged(key);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return new Unusable("the key cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static KeyLine judged(PublicKey key) {
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : SMALLEST_RSA;
        return bits < SMALLEST_RSA
                ? new Unusable("an RSA key needs " + SMALLEST_RSA + " bits or more, this one has " + bits)
                : new Key(key);
    }
}

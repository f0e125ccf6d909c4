package bcl.sftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/**
 * The algorithms that the server offers, best first: nothing with SHA-1, CBC, a MAC before encryption, or Diffie-Hellman groups of
 * the client's choosing. What this Java cannot do is left out.
 */
final class Algorithms {
    /** Safe against truncation of the first messages (Terrapin) even without strict key exchange. */
    static final Set<String> SAFE_WITHOUT_STRICT_KEX = Set.of("aes256-gcm@openssh.com", "aes128-gcm@openssh.com");

    private static final List<DHFactory> EXCHANGES = List.of(
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp256);
    private static final List<BuiltinCiphers> CIPHERS = List.of(
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes128ctr);
    private static final List<BuiltinMacs> MACS = List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm);
    /** Of the clients' keys too; the server itself has an Ed25519 key alone. */
    private static final List<BuiltinSignatures> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    private Algorithms() {}

    static void setUp(SshServer server) {
        List<KeyExchangeFactory> exchanges = new ArrayList<>();
        for (DHFactory exchange : EXCHANGES) {
            if (exchange.isSupported()) {
                exchanges.add(ServerBuilder.DH2KEX.apply(exchange));
            }
        }
        server.setKeyExchangeFactories(exchanges);
        server.setCipherFactories(supported(CIPHERS));
        server.setMacFactories(supportedMacs());
        server.setSignatureFactories(signatures());
        server.setCompressionFactories(List.of(BuiltinCompressions.none));
    }

    private static List<NamedFactory<Cipher>> supported(List<BuiltinCiphers> ciphers) {
        return ciphers.stream()
                .filter(BuiltinCiphers::isSupported)
                .<NamedFactory<Cipher>>map(cipher -> cipher)
                .toList();
    }

    private static List<NamedFactory<Mac>> supportedMacs() {
        return MACS.stream()
                .filter(BuiltinMacs::isSupported)
                .<NamedFactory<Mac>>map(mac -> mac)
                .toList();
    }

    private static List<NamedFactory<Signature>> signatures() {
        return SIGNATURES.stream()
                .filter(BuiltinSignatures::isSupported)
                .<NamedFactory<Signature>>map(signature -> signature)
                .toList();
    }
}

package bcl.privacy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A sender at the SFTP server: everything that it sends is marked. */
final class MarkedSender {
    private final String organisation;
    private final KeyPair key;

    private MarkedSender(String organisation, KeyPair key) {
        this.organisation = organisation;
        this.key = key;
    }

    /** With a key that the home knows. */
    static MarkedSender of(Path home, String organisation) throws IOException, JSchException {
        KeyPair key = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        Path file = Files.createFile(
                home.resolve("keys").resolve(organisation + ".pub"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            key.writePublicKey(out, "sender");
        }
        return new MarkedSender(organisation, key);
    }

    /** A file that is whole, others that are refused or broken off; then the answer of the night before is read. */
    void sends(int port, String name, List<String> lines, String answer)
            throws IOException, JSchException, SftpException {
        Session session = session(port);
        session.connect(30_000);
        try {
            ChannelSftp sftp = open(session);
            sftp.put(bytes(lines), "/inbound/" + name);
            expectRefused(() -> sftp.put(bytes(lines), "/outbound/" + name));
            expectRefused(() -> sftp.put(bytes(lines), "/../keys/" + name));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            sftp.get("/outbound/" + answer, read);
            if (!MarkedFiles.isMarked(read.toString(StandardCharsets.ISO_8859_1))) {
                throw new AssertionError("an answer without a marker tells nothing: " + answer);
            }
            OutputStream broken = sftp.put("/inbound/" + name.replace("PN", "TN"));
            broken.write(("\"A00\",ZQXJKV\n" + String.join("\n", lines)).getBytes(StandardCharsets.ISO_8859_1));
            broken.flush();
        } finally {
            session.disconnect();
        }
    }

    private Session session(int port) throws JSchException {
        JSch jsch = new JSch();
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        key.writePrivateKey(secret);
        jsch.addIdentity("sender", secret.toByteArray(), null, null);
        Session session = jsch.getSession(organisation, "127.0.0.1", port);
        session.setConfig("StrictHostKeyChecking", "no");
        session.setConfig("PreferredAuthentications", "publickey");
        session.setTimeout(30_000);
        return session;
    }

    private static ChannelSftp open(Session session) throws JSchException {
        ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(30_000);
        return channel;
    }

    private static ByteArrayInputStream bytes(List<String> lines) {
        String text =
                "\"A00\",702,\"BCL\",20261101,\"183000\",3\n" + String.join("\n", lines) + "\n\"Z99\"," + lines.size();
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void expectRefused(Put put) {
        try {
            put.put();
        } catch (SftpException e) {
            return;
        }
        throw new AssertionError("it was not refused");
    }

    private interface Put {
        void put() throws SftpException;
    }
}

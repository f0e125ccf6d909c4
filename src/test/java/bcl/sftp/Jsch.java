package bcl.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A session of JSch, which is connected when it is first used. */
final class Jsch implements AutoCloseable {
    final Session session;

    Jsch(int port, String organisation, Keys key) {
        try {
            JSch jsch = new JSch();
            jsch.addIdentity(key.file().toString());
            session = jsch.getSession(organisation, "127.0.0.1", port);
            session.setConfig("StrictHostKeyChecking", "no");
            session.setConfig("PreferredAuthentications", "publickey");
            session.setTimeout(30_000);
        } catch (JSchException e) {
            throw new IllegalStateException(e);
        }
    }

    Jsch with(String setting, String value) {
        session.setConfig(setting, value);
        return this;
    }

    void connect() throws JSchException {
        session.connect(30_000);
    }

    ChannelSftp sftp() throws JSchException {
        if (!session.isConnected()) {
            connect();
        }
        ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(30_000);
        return channel;
    }

    static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        session.disconnect();
    }
}

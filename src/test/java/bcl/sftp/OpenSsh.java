package bcl.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** OpenSSH's clients of this machine, which know the server by its host key alone. */
record OpenSsh(Path folder, SftpServer server) {
    OpenSsh {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "OpenSSH's sftp is not installed");
    }

    /** What a run of a client said and how it ended. */
    record Said(int exit, String out) {
        boolean worked() {
            return exit == 0;
        }
    }

    /** Runs these commands until one fails; one that begins with - may fail. */
    Said sftp(String organisation, Keys key, String... commands) {
        return sftp(organisation, key, List.of(), commands);
    }

    Said sftp(String organisation, Keys key, List<String> options, String... commands) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/sftp", "-b", "-", "-P", "" + server.port()));
        command.addAll(common(key));
        command.addAll(options);
        command.add(organisation + "@127.0.0.1");
        return run(command, String.join("\n", commands) + "\n");
    }

    Said scp(String organisation, Keys key, Path file, String to) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/scp", "-P", "" + server.port()));
        command.addAll(common(key));
        command.addAll(List.of(file.toString(), organisation + "@127.0.0.1:" + to));
        return run(command, "");
    }

    Said ssh(String organisation, Keys key, List<String> options, String... remote) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/ssh", "-p", "" + server.port()));
        command.addAll(common(key));
        command.addAll(options);
        command.add(organisation + "@127.0.0.1");
        command.addAll(List.of(remote));
        return run(command, "");
    }

    private List<String> common(Keys key) {
        return List.of(
                "-F", "/dev/null",
                "-i", key.file().toString(),
                "-o", "IdentitiesOnly=yes",
                "-o", "IdentityAgent=none",
                "-o", "BatchMode=yes",
                "-o", "ConnectTimeout=20",
                "-o", "StrictHostKeyChecking=yes",
                "-o", "GlobalKnownHostsFile=/dev/null",
                "-o", "UserKnownHostsFile=" + knownHosts());
    }

    private Path knownHosts() {
        try {
            Path pub = folder.resolve("home/keys/host_ed25519.pub");
            Path file = folder.resolve("known_hosts");
            return Files.writeString(file, "[127.0.0.1]:" + server.port() + " " + Files.readString(pub));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Said run(List<String> command, String input) {
        try {
            Path out = Files.createTempFile(folder, "said", ".txt");
            Path in = Files.writeString(Files.createTempFile(folder, "asked", ".txt"), input);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("no end: " + Files.readString(out, StandardCharsets.ISO_8859_1));
            }
            return new Said(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

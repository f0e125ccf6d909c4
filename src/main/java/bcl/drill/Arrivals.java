package bcl.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Sends the traffic to the engine that is killed, bit by bit. */
final class Arrivals {
    /** Answers that are outstanding: so many that the engine is busy whenever it runs. */
    private static final int BACKLOG = 6;

    private final List<Path> files;
    private final DrillHome home;
    private final Random random;
    private final Set<Path> again = new HashSet<>();
    private int sent;

    Arrivals(List<Path> files, DrillHome home, Random random) {
        this.files = files;
        this.home = home;
        this.random = random;
    }

    int resent() {
        return again.size();
    }

    /** Sends files until enough are outstanding. */
    void sendSome() throws IOException {
        int outstanding = sent - home.answers().size();
        for (int i = outstanding; i < BACKLOG && sent < files.size(); i++) {
            sendNext();
        }
    }

    /** Sends the next file, and at times one again that was answered: its answer stands, and nothing else may come of it. */
    void sendMore() throws IOException {
        if (sent < files.size()) {
            sendNext();
        }
        List<Path> processed = home.answers().stream()
                .filter(answer -> Traffic.name(answer).endsWith(".BCR"))
                .toList();
        if (!processed.isEmpty() && random.nextInt(3) == 0) {
            sendAgain(answered(processed.get(random.nextInt(processed.size()))));
        }
    }

    void sendRest() throws IOException {
        while (sent < files.size()) {
            sendNext();
        }
    }

    private void sendNext() throws IOException {
        home.send(files.get(sent));
        sent++;
    }

    private void sendAgain(String name) throws IOException {
        for (Path file : files.subList(0, sent)) {
            if (Traffic.name(file).equals(name) && again.add(file)) {
                home.send(file);
            }
        }
    }

    /** The file that an answer is about, as its second line says. */
    private static String answered(Path answer) throws IOException {
        return Files.readAllLines(answer, StandardCharsets.ISO_8859_1).get(1).split("\"", -1)[3];
    }
}

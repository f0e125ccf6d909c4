package bcl.simulation;

import bcl.simulation.Senders.Manner;
import bcl.testsupport.Sent;
import bcl.testsupport.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens around the engine, from a seed: senders, operators, clocks. The same for every run of the seed. */
final class Story {
    private static final List<String> EVENINGS =
            List.of("2026-11-20T18:00:00Z", "2027-03-27T18:00:00Z", "2027-10-30T17:00:00Z");
    private static final Sent NOBODY = new Sent("QQQ", "QQQ01.PN000001.BCL", "\"Z99\",0\r\n");

    final long seed;
    final Size size;
    final Instant start;
    final Duration step;
    final int filesAClaim;
    final String settings;
    private final Traffic traffic;
    private final boolean operators;
    private final boolean jumps;

    /** How much there is of everything. */
    enum Size {
        SMALL(2, 1, 3),
        ORDINARY(3, 2, 6);

        private final Traffic.Size traffic;

        Size(int organisations, int filesEach, int contacts) {
            traffic = new Traffic.Size(organisations, filesEach, contacts);
        }
    }

    Story(long seed, Size size) {
        Random random = new Random(seed);
        this.seed = seed;
        this.size = size;
        this.start = Instant.parse(EVENINGS.get(random.nextInt(EVENINGS.size())));
        this.traffic = new Traffic(seed, size.traffic);
        this.filesAClaim = 1 + random.nextInt(8);
        this.operators = random.nextBoolean();
        this.jumps = random.nextInt(4) == 0;
        boolean slow = random.nextInt(3) == 0;
        this.step = slow ? Duration.ofSeconds(2) : Duration.ofMillis(1 + random.nextInt(40));
        this.settings = cut(random);
    }

    /** How the work is cut, which must not change anything. */
    private static String cut(Random random) {
        List<String> smallFile = List.of("0B", "600B", "128KB");
        return """
                bcl.night.lease: 2h
                bcl.night.workers: 1
                bcl.night.small-file: %s
                bcl.night.files-per-chunk: %d
                bcl.night.contacts-per-chunk: %d
                bcl.night.contacts-per-part: %d
                """.formatted(smallFile.get(random.nextInt(3)), 1 + random.nextInt(8), 1 + random.nextInt(3), 3);
    }

    @Override
    public String toString() {
        return seed + " " + size;
    }

    void layReference(Path root) throws IOException {
        traffic.layReference(root);
    }

    boolean isSlow() {
        return step.toSeconds() > 0;
    }

    void play(Player player) {
        Random random = new Random(seed + 1);
        day(player, traffic.first(), random);
        player.untilDone();
        player.learnCrns();
        player.close(traffic.closed());
        day(player, traffic.second(), random);
        player.untilDone();
    }

    private void day(Player player, List<Sent> files, Random random) {
        List<Sent> broken = new ArrayList<>();
        int early = random.nextInt(files.size());
        send(player, files.subList(0, early), broken, random);
        player.passes(Duration.ofMinutes(2));
        player.goOn();
        player.look();
        String held = operators && early > 0 ? files.get(0).name() : null;
        if (held != null) {
            player.hold(held);
        }
        player.finishUploads();
        send(player, files.subList(early, files.size()), broken, random);
        if (random.nextBoolean()) {
            player.restart();
        }
        player.nightFalls(isSlow() ? Duration.ofMinutes(390) : Duration.ofMinutes(1));
        player.goOn();
        if (jumps) {
            player.jump(Duration.ofSeconds(random.nextInt(600)));
        }
        player.night();
        player.finishUploads();
        if (held != null) {
            player.letGo(held, random.nextBoolean());
        }
        player.passes(Duration.ofHours(2));
        player.look();
        broken.forEach(each -> player.send(each, Manner.WHOLE));
        player.nightFalls(Duration.ofMinutes(3));
        player.night();
    }

    private void send(Player player, List<Sent> files, List<Sent> broken, Random random) {
        for (Sent each : files) {
            Manner manner = manner(random);
            player.send(each, manner);
            if (manner == Manner.BROKEN) {
                broken.add(each);
            }
        }
        if (random.nextBoolean()) {
            player.send(new Sent(NOBODY.organisation(), NOBODY.name(), NOBODY.text() + player.now()), Manner.WHOLE);
        }
    }

    /** In a slow world a night may last longer than an unfinished upload is waited for. */
    private Manner manner(Random random) {
        int any = random.nextInt(12);
        return switch (any) {
            case 0 -> Manner.OVERWRITTEN;
            case 1 -> Manner.RENAMED;
            case 2 -> isSlow() ? Manner.RENAMED : Manner.SLOWLY;
            case 3 -> Manner.BROKEN;
            default -> Manner.WHOLE;
        };
    }
}

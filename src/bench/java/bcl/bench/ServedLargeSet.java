package bcl.bench;

import bcl.generate.Generator;
import bcl.generate.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The large file in a process that is warm, beside a night that starts cold. What made it warm is a file of another shipper, so that the
 * sender has no contacts before in either and the work is the same.
 */
final class ServedLargeSet {
    private static final String WARM = "engine, one large file, second night of a service";
    private static final String WARM_UP = "warm_up";

    /** Of three generated organisations the first sends the large file; the third is a shipper too, and sends the other. */
    private static final int ORGANISATIONS = 3;

    private static final String SENDER = "S00";
    private static final String OTHER = "S02";

    private final Lab lab;
    private final Options options;
    private final LargeFile large;

    ServedLargeSet(Lab lab, Options options) {
        this.lab = lab;
        this.options = options;
        this.large = new LargeFile(lab);
    }

    String run() throws Exception {
        lab.prepare(LargeFile.SET, recipe(1_000_000, 1));
        prepareWarmUp();
        large.preparePeers();
        for (int round = 0; round < options.rounds(); round++) {
            System.err.println("Round " + (round + 1) + " of " + options.rounds());
            large.engine(round);
            warm(decisions());
            large.copy();
            large.competent();
        }
        return (options.quick() ? "A tenth of the data.\n\n" : "")
                + lab.table()
                        .text(Map.of(
                                LargeFile.ENGINE, LargeFile.COPY,
                                WARM, LargeFile.COPY,
                                LargeFile.COMPETENT, LargeFile.COPY));
    }

    private Recipe recipe(long contacts, int files) {
        int tenth = options.quick() ? 10 : 1;
        return new Recipe(
                1, contacts / tenth, 5_000_000 / tenth, files, ORGANISATIONS, 0.1, 0, List.of(), Recipe.DATE);
    }

    /** A file is dealt to each organisation; all but the other shipper's are thrown away. */
    private void prepareWarmUp() throws IOException {
        Path home = lab.work().resolve(WARM_UP);
        Generator.generate(recipe(300_000, ORGANISATIONS), home, Instant.now().minus(Duration.ofHours(2)));
        if (Files.mismatch(LargeFile.points(home), LargeFile.points(lab.work().resolve(LargeFile.SET))) >= 0) {
            throw new IllegalStateException("the warm-up is about meter points that the snapshot does not have");
        }
        Path sent = lab.sent(WARM_UP);
        Files.move(home.resolve("sftp"), sent);
        for (Path file : Folders.files(sent)) {
            if (!file.getFileName().toString().startsWith(OTHER)) {
                Files.delete(file);
            }
        }
        Folders.remove(home);
    }

    /** Its seconds are between the same two entries of the ledger as those of the cold night. */
    private void warm(Map<String, Double> cold) throws Exception {
        new SecondNight(lab, LargeFile.SET, WARM_UP, LargeFile.SET).measure(WARM, arrived -> {
            double answered = lab.server()
                    .number(Lab.RUN, "select count(*) from inbound_file where state = 'ANSWERED' and accepted > 0");
            if (answered != 2) {
                throw new IllegalStateException(
                        "of the two nights' two files " + answered + " were answered with accepted contacts");
            }
            Map<String, Double> warm = decisions();
            if (!warm.equals(cold)) {
                throw new IllegalStateException("the service decided " + warm + ", the cold night " + cold);
            }
            return lab.server()
                    .number(
                            Lab.RUN,
                            "select extract(epoch from published_at - received_at) from inbound_file"
                                    + " join answer on file_id = id where inbound_file.organisation = '" + SENDER + "'");
        });
    }

    /** How many contacts of the large file were decided how, and its bytes. */
    private Map<String, Double> decisions() throws Exception {
        Map<String, Double> decisions = new HashMap<>();
        for (String column : List.of("contacts", "accepted", "rejected", "repeated", "size")) {
            decisions.put(
                    column,
                    lab.server()
                            .number(
                                    Lab.RUN,
                                    "select sum(" + column + ") from inbound_file where organisation = '" + SENDER + "'"));
        }
        return decisions;
    }
}

package bcl.bench;

import bcl.generate.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** One large file and many small ones, each beside its yardsticks. */
final class StandardSet {
    private static final String LARGE = "large";
    private static final String SMALL = "small";
    private static final String COPY = "COPY";
    private static final String ENGINE = "engine, one large file";
    private static final String ENGINE_SMALL = "engine, small files";
    private static final String LOOP = "bare loop of files";
    private static final String COMPETENT = "competent Spring Batch";
    private static final String STOCK = "stock Spring Batch";
    private static final String READ = "plain read";
    private static final String H2 = "h2";
    private static final String ENGINE_H2 = "engine, one large file, H2";
    private static final String INSERTS = "batched inserts, H2";

    private final Lab lab;
    private final Options options;

    StandardSet(Lab lab, Options options) {
        this.lab = lab;
        this.options = options;
    }

    String run() throws Exception {
        int tenth = options.quick() ? 10 : 1;
        if (options.parts().contains(LARGE) || options.parts().contains(H2)) {
            lab.prepare(LARGE, recipe(1_000_000 / tenth, 5_000_000 / tenth, 1, 1));
        }
        if (options.parts().contains(LARGE)) {
            preparePeers();
        }
        if (options.parts().contains(H2)) {
            lab.prepareEmbedded(H2, LARGE);
        }
        if (options.parts().contains(SMALL)) {
            lab.prepare(SMALL, recipe(20, 5_000_000 / tenth, 5_000 / tenth, 10));
        }
        for (int round = 0; round < options.rounds(); round++) {
            System.err.println("Round " + (round + 1) + " of " + options.rounds());
            if (options.parts().contains(LARGE)) {
                large(round);
            }
            if (options.parts().contains(SMALL)) {
                small();
            }
            if (options.parts().contains(H2)) {
                embedded();
            }
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        List.of(ENGINE, COMPETENT, STOCK, READ).forEach(each -> pairs.put(each, COPY));
        pairs.put(ENGINE_SMALL, LOOP);
        pairs.put(ENGINE_H2, INSERTS);
        return (options.quick() ? "A tenth of the data.\n\n" : "") + lab.table().text(pairs);
    }

    private static Recipe recipe(long contacts, long points, int files, int organisations) {
        return new Recipe(1, contacts, points, files, organisations, 0.1, 0, List.of(), Recipe.DATE);
    }

    /** A database with a table of meter points. */
    private void preparePeers() throws Exception {
        lab.server().copy("peers", LARGE);
        try (Connection connection = lab.server().connect("peers");
                var snapshot = Files.newInputStream(lab.work().resolve("large/reference/meter-points-20250106.csv"))) {
            connection
                    .createStatement()
                    .execute("create table meter_point (mprn bigint primary key, shipper text, network text, status text,"
                            + " class integer, market_sector text, aq_kwh bigint, meter_serial text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy meter_point from stdin (format csv, header)", snapshot);
            connection.createStatement().execute("analyze meter_point");
        }
    }

    private void large(int round) throws Exception {
        Path file = lab.onlyFile(LARGE);
        lab.engine(ENGINE, LARGE);
        Map<String, Double> counts = lab.counts();
        Path rows = round == 0 ? lab.rows() : lab.work().resolve("rows");
        lab.yardstick(COPY, LARGE, "bcl.bench.CopyYardstick", lab.server().url("run"), rows);
        lab.requireSameRows(COPY, counts);
        lab.yardstick(COMPETENT, "peers", "bcl.bench.PeerJob", "competent", file);
        lab.requireSameRows(COMPETENT, counts);
        if (round < options.stockRounds()) {
            lab.yardstick(STOCK, "peers", "bcl.bench.PeerJob", "stock", file);
            lab.requireSameRows(STOCK, counts);
        }
        lab.yardstick(READ, LARGE, "bcl.bench.PlainRead", file);
    }

    private void small() throws Exception {
        lab.engineForMany(ENGINE_SMALL, SMALL, SMALL);
        lab.loop(LOOP, SMALL);
    }

    private void embedded() throws Exception {
        Path home = lab.engineEmbedded(ENGINE_H2, H2, LARGE);
        Path filled = lab.work().resolve("filled");
        Folders.copy(lab.work().resolve(H2), filled);
        lab.yardstick(INSERTS, LARGE, "bcl.bench.EmbeddedYardstick", home, filled);
    }
}

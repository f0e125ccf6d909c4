package bcl.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.postgresql.PGConnection;

/** One large file in a night that starts cold, and the yardsticks that do the same work. */
final class LargeFile {
    /** The name of its home and database; whoever measures prepares them. */
    static final String SET = "large";

    static final String ENGINE = "engine, one large file";
    static final String COPY = "COPY";
    static final String COMPETENT = "competent Spring Batch";
    static final String STOCK = "stock Spring Batch";
    private static final String PEERS = "peers";
    private static final String POINTS = "reference/meter-points-20250106.csv";

    private final Lab lab;
    /** How many rows of each table the engine's last night wrote. */
    private Map<String, Double> written = Map.of();

    LargeFile(Lab lab) {
        this.lab = lab;
    }

    /** A database with a table of meter points. */
    void preparePeers() throws Exception {
        lab.server().copy(PEERS, SET);
        try (Connection connection = lab.server().connect(PEERS);
                var snapshot = Files.newInputStream(points(lab.work().resolve(SET)))) {
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

    /** The snapshot as a generated home brings it. */
    static Path points(Path home) {
        return home.resolve(POINTS);
    }

    /** Its rows are what COPY loads in this round, those of the first round in all others too. */
    void engine(int round) throws Exception {
        lab.engine(ENGINE, SET);
        written = lab.counts();
        if (round == 0) {
            lab.takeRows();
        }
    }

    void copy() throws Exception {
        lab.copy(COPY, SET);
        lab.requireSameRows(COPY, written);
    }

    void competent() throws Exception {
        peer(COMPETENT, "competent");
    }

    void stock() throws Exception {
        peer(STOCK, "stock");
    }

    private void peer(String what, String kind) throws Exception {
        lab.yardstick(what, PEERS, "bcl.bench.PeerJob", kind, lab.onlyFile(SET));
        lab.requireSameRows(what, written);
    }
}

package bcl.bench;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Two nights of one service on a fresh copy of a home, both asked for over HTTP. The second is measured, from a checkpoint on, so that
 * it does not pay for what the first left to be written.
 *
 * @param prepared the home with its reference data, and the database of the same name
 * @param first what is sent for the first night
 * @param second what arrives for the second
 */
record SecondNight(Lab lab, String prepared, String first, String second) {
    private static final String[] NIGHT = {"night", "--override-window", "benchmark"};

    /** The seconds that count, as the ledger has them. */
    @FunctionalInterface
    interface Seconds {
        /**
         * Of the night that has just ended.
         *
         * @param arrived when the first of its files was about to appear
         * @throws IllegalStateException if the night did not do what it should
         */
        double since(Instant arrived) throws Exception;
    }

    /** Until the command has answered, and so with the evidence. */
    void measure(String what, Seconds seconds) throws Exception {
        Path home = lab.home(prepared, first);
        Path arriving = lab.work().resolve("arriving");
        Folders.copy(lab.sent(second), arriving);
        lab.server().copy(Lab.RUN, prepared);
        try (Service service = lab.serve(home)) {
            service.command(NIGHT);
            lab.server().checkpoint();
            double java = service.cpu();
            double postgres = lab.server().cpu();
            Instant arrived = Instant.now();
            Folders.moveFiles(arriving, home.resolve("sftp"));
            service.command(NIGHT);
            Used used = service.used(java);
            double server = lab.server().cpu() - postgres;
            lab.table().add(what, new Table.Run(seconds.since(arrived), used, server));
        }
        Folders.remove(home);
    }
}

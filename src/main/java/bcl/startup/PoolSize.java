package bcl.startup;

import java.util.Map;

/**
 * How many connections to the database a process may have: one for each worker, which holds it while it decides a chunk, and those of
 * everything else that may be at the database at the same time, so that nobody waits for a worker. They are opened when they are needed.
 */
final class PoolSize {
    /** A server allows a hundred connections unless it was told otherwise, and more workers than processors are never faster. */
    static final int MOST_WORKERS = 64;

    /**
     * The run and the publishing after its commit 2, heartbeat 1, intake 1, health and figures 2, SFTP logins and events 2, the daily acts
     * 2, commands 8.
     */
    private static final int OTHERS = 18;

    private static final int KEPT = 10;

    private PoolSize() {}

    /** Settings of the pool, unless others are made. */
    static Map<String, Object> defaults(int workers) {
        return Map.of(
                "spring.datasource.hikari.maximum-pool-size",
                workers + OTHERS,
                "spring.datasource.hikari.minimum-idle",
                KEPT);
    }
}

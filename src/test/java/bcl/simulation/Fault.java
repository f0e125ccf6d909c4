package bcl.simulation;

/** What can happen at a point. */
enum Fault {
    NONE,
    /** kill -9 before the act is done; a write may be done by half. */
    KILLED_BEFORE,
    /** kill -9 just after it. */
    KILLED_AFTER,
    /** As before, and the power goes: what was not synced may be lost. */
    POWER_BEFORE,
    POWER_AFTER,
    /** It is refused: no space on the disk; deadlock or serialization failure in the database. */
    REFUSED,
    /** The database, or its connection, goes away before it is done; on the disk as {@link #REFUSED}. */
    AWAY,
    /** It is done, but its caller is told that it failed, and the connection is gone. */
    ANSWER_LOST,
    /** It takes longer than any window: a machine that was suspended, a disk that hangs. */
    SLOW,
    /** The node stands still; another takes the night over and works to its end; then this one goes on. */
    FROZEN;

    boolean kills() {
        return this == KILLED_BEFORE || this == KILLED_AFTER || this == POWER_BEFORE || this == POWER_AFTER;
    }

    boolean isBefore() {
        return this == KILLED_BEFORE || this == POWER_BEFORE;
    }

    boolean takesPower() {
        return this == POWER_BEFORE || this == POWER_AFTER;
    }
}

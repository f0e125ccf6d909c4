package bcl.jobs;

import bcl.wire.MeterPoints;

/** The snapshot that files which are begun in this run are checked against, and its row in the database. */
record RunSnapshot(long id, MeterPoints points) {}

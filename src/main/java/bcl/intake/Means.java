package bcl.intake;

import java.time.InstantSource;

/** What the intake works with: the clock, the disk, and what is known of uploads. */
record Means(InstantSource clock, Disk disk, Uploads uploads) {}

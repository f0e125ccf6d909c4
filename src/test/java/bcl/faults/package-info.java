/** Real faults: full and read-only disks, missing rights, a database that dies, refuses, answers late or not at all. */
@NullMarked
package bcl.faults;

import org.jspecify.annotations.NullMarked;

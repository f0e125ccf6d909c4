/** Rows into a table by the thousand, on the caller's transaction: binary COPY on PostgreSQL, batched inserts elsewhere. */
@NullMarked
package bcl.bulk;

import org.jspecify.annotations.NullMarked;

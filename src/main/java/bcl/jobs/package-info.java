/** Spring Batch jobs and steps that call the other packages. */
@NullMarked
package bcl.jobs;

import org.jspecify.annotations.NullMarked;

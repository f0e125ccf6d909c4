/** What can be asked and changes nothing: status, contacts, who touched what, evidence, reconciliation, a look at a file. */
@NullMarked
package bcl.reports;

import org.jspecify.annotations.NullMarked;

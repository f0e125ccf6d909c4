/** A contact and its CRN: allocating, storing and finding both. */
@NullMarked
package bcl.contacts;

import org.jspecify.annotations.NullMarked;

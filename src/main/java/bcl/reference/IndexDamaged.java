package bcl.reference;

import java.io.IOException;

/** An index file cannot be used. It is built again from its CSV file, if that is still there. */
final class IndexDamaged extends IOException {
    IndexDamaged(String what) {
        super(what);
    }
}

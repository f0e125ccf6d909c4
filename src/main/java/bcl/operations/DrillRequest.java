package bcl.operations;

import java.util.Optional;

/** No home is open: the drill makes one. */
record DrillRequest(int kills, Optional<Long> seed) implements Request {}

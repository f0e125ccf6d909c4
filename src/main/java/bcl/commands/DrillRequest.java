package bcl.commands;

import java.util.Optional;

/** No home is open: the drill makes one. */
public record DrillRequest(int kills, Optional<Long> seed) implements Request {}

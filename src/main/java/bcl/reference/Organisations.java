package bcl.reference;

import bcl.wire.Organisation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organisations in force, or those of one file. Immutable. */
public final class Organisations {
    private final Map<String, Organisation> byShortCode;

    Organisations(List<Organisation> organisations) {
        Map<String, Organisation> map = new LinkedHashMap<>();
        organisations.forEach(organisation -> map.put(organisation.shortCode(), organisation));
        this.byShortCode = map;
    }

    public Optional<Organisation> find(String shortCode) {
        return Optional.ofNullable(byShortCode.get(shortCode));
    }

    public Collection<Organisation> all() {
        return List.copyOf(byShortCode.values());
    }
}

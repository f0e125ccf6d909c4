package bcl.reference;

import java.util.List;

/**
 * What one look at the reference folder did. A file that is in force already is in neither list; a refused file is in it at
 * every look until it is replaced or removed, and makes the night end with exit code 1.
 *
 * @param usable whether organisations and a snapshot are in force, so that files can be checked at all
 */
public record LoadReport(List<Loaded> loaded, List<Refused> refused, boolean usable) {
    public LoadReport {
        loaded = List.copyOf(loaded);
        refused = List.copyOf(refused);
    }
}

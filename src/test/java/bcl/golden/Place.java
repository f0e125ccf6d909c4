package bcl.golden;

import java.util.Comparator;

/** A file by the organisation whose folder it lies in and its name. */
record Place(String folder, String name) implements Comparable<Place> {
    static final String QUARANTINE = "quarantine";

    /** Reads {@code AAA/NAME}. */
    static Place parse(String text) {
        int slash = text.indexOf('/');
        return new Place(text.substring(0, slash), text.substring(slash + 1));
    }

    boolean isQuarantine() {
        return folder.equals(QUARANTINE);
    }

    @Override
    public int compareTo(Place other) {
        return Comparator.comparing(Place::folder).thenComparing(Place::name).compare(this, other);
    }

    @Override
    public String toString() {
        return folder + "/" + name;
    }
}

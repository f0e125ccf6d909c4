package bcl.bench;

import bcl.validation.Assessed;
import bcl.validation.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import bcl.validation.Known;
import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import bcl.wire.OpenKey;

/** A contact that a peer decided. */
record Decided(Assessed contact, Verdict verdict, long crn) {
    boolean accepted() {
        return verdict instanceof Verdict.Accepted;
    }

    String kind() {
        return accepted() ? "AC" : verdict instanceof Verdict.Repeated ? "RP" : "RJ";
    }

    /** Meter points that were selected before. */
    record Selected(Map<Long, MeterPoint> points) implements MeterPoints {
        @Override
        public LocalDate date() {
            return LocalDate.EPOCH;
        }

        @Override
        public MeterPoint find(long mprn) {
            return points.get(mprn);
        }
    }

    /** What was selected of earlier contacts, and what this file accepted. */
    static final class Seen implements Known {
        final Set<OpenKey> open = new HashSet<>();
        final Map<String, Earlier> references = new HashMap<>();
        private final Set<OpenKey> ofThisFile;

        Seen(Set<OpenKey> ofThisFile) {
            this.ofThisFile = ofThisFile;
        }

        @Override
        public Earlier withReference(String reference) {
            return references.get(reference);
        }

        @Override
        public boolean hasOpen(OpenKey key) {
            return open.contains(key) || ofThisFile.contains(key);
        }

        @Override
        public Previous withCrn(long crn) {
            return null;
        }
    }
}

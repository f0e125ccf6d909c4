package bcl.golden;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares what a night left of one case with what is due, and writes down every difference. */
final class Judge implements NightObserver {
    private static final Set<String> NOT_LOOKED_AT = Set.of(".tmp", ".part", ".filepart");

    @Override
    public void after(Night night, PlayedCase played) throws IOException {
        SortedMap<Place, byte[]> due = played.sample().due(night.number());
        SortedMap<Place, byte[]> found = played.found(night.home());
        for (Map.Entry<Place, byte[]> answer : due.entrySet()) {
            isThere(answer.getKey(), answer.getValue(), found, played, night);
        }
        for (Map.Entry<Place, byte[]> answer : found.entrySet()) {
            if (!due.containsKey(answer.getKey())) {
                isAnEarlierOne(answer.getKey(), answer.getValue(), played, night);
            }
        }
        for (Place place : played.known().keySet()) {
            if (!found.containsKey(place)
                    && !due.containsKey(place)
                    && !played.takenAway().contains(place)) {
                played.problem(night.number(), place, "an earlier answer has gone", List.of());
            }
        }
        played.known().putAll(found);
        played.takenAway().removeAll(found.keySet());
        inboundIsEmpty(night, played);
    }

    private static void isThere(Place place, byte[] due, SortedMap<Place, byte[]> found, PlayedCase played, Night night)
            throws IOException {
        byte[] bytes = found.get(place);
        byte[] before = played.known().get(place);
        if (place.isQuarantine()) {
            if (!isInQuarantine(due, night.home())) {
                played.problem(night.number(), place, "these bytes are not in quarantine", List.of());
            }
        } else if (bytes == null) {
            played.problem(night.number(), place, "no such answer", List.of());
        } else if (before != null && !Arrays.equals(before, bytes)) {
            played.problem(night.number(), place, "put back with other bytes", between(before, bytes));
        } else if (before == null) {
            List<String> differences = new ExpectedAnswer(due).differences(bytes, played, night);
            if (!differences.isEmpty()) {
                played.problem(night.number(), place, "not what is due", differences);
            }
        }
    }

    private static void isAnEarlierOne(Place place, byte[] bytes, PlayedCase played, Night night) {
        byte[] before = played.known().get(place);
        if (before == null) {
            played.problem(night.number(), place, "an answer that is not due", between(new byte[0], bytes));
        } else if (!Arrays.equals(before, bytes)) {
            played.problem(night.number(), place, "the bytes of an earlier answer changed", between(before, bytes));
        }
    }

    private static boolean isInQuarantine(byte[] bytes, Path home) throws IOException {
        for (Path file : Folders.below(new Home(home).quarantine())) {
            if (Arrays.equals(bytes, Files.readAllBytes(file))) {
                return true;
            }
        }
        return false;
    }

    /** Every file was taken, but for those that the engine does not look at. */
    private static void inboundIsEmpty(Night night, PlayedCase played) throws IOException {
        SortedSet<Place> left = new TreeSet<>();
        for (String owner : played.sample().owners()) {
            for (Path file : Folders.list(new Home(night.home()).inbound(owner))) {
                left.add(new Place(owner, file.getFileName().toString()));
            }
        }
        SortedSet<Place> due = new TreeSet<>();
        for (int number = 1; number <= night.number(); number++) {
            played.sample().inbound(number).keySet().stream()
                    .filter(place -> isNotLookedAt(place.name()))
                    .forEach(due::add);
        }
        if (!left.equals(due)) {
            played.problem(night.number(), "inbound", "holds %s, expected %s".formatted(left, due), List.of());
        }
    }

    private static boolean isNotLookedAt(String name) {
        return name.startsWith(".") || NOT_LOOKED_AT.stream().anyMatch(name::endsWith);
    }

    private static List<String> between(byte[] due, byte[] found) {
        return LineDifference.between(lines(due), lines(found));
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
    }
}

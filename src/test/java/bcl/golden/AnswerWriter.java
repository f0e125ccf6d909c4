package bcl.golden;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what a night answered over the answers of the case, as templates, so that the difference can be reviewed. */
final class AnswerWriter implements NightObserver {
    @Override
    public void after(Night night, PlayedCase played) throws IOException {
        Path answers = played.sample().answersOf(night.number());
        for (Path old : Folders.below(answers)) {
            Files.delete(old);
        }
        SortedMap<Place, byte[]> found = played.found(night.home());
        for (Map.Entry<Place, byte[]> answer : found.entrySet()) {
            Place place = answer.getKey();
            boolean putBack = played.takenAway().contains(place);
            if (putBack || !played.known().containsKey(place)) {
                write(answers, place, template(answer.getValue(), played));
            }
        }
        for (Map.Entry<Place, byte[]> file : quarantined(night, played).entrySet()) {
            write(answers, file.getKey(), file.getValue());
        }
        played.known().putAll(found);
        played.takenAway().removeAll(found.keySet());
    }

    private static byte[] template(byte[] answer, PlayedCase played) {
        AnswerText text = AnswerText.of(answer);
        List<String> lines = new ArrayList<>();
        int contacts = 0;
        for (String line : text.lines()) {
            String labelled = line;
            if (line.startsWith("\"L51\"") && line.contains(",{crn},")) {
                int label = played.labels().labelOf(text.crns().get(contacts++));
                labelled = line.replace(",{crn},", ",{crn:" + label + "},");
            }
            lines.add(played.hideDigests(played.labels().label(labelled)));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The night's inbound files of the case that lie in quarantine now, by their names. */
    private static Map<Place, byte[]> quarantined(Night night, PlayedCase played) throws IOException {
        Map<Place, byte[]> quarantined = new TreeMap<>();
        for (Path file : Folders.below(new Home(night.home()).quarantine())) {
            byte[] bytes = Files.readAllBytes(file);
            played.sample().inbound(night.number()).forEach((place, inbound) -> {
                if (Arrays.equals(bytes, inbound)) {
                    quarantined.put(new Place(Place.QUARANTINE, place.name()), bytes);
                }
            });
        }
        return quarantined;
    }

    private static void write(Path answers, Place place, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(answers.resolve(place.folder()));
        Files.write(folder.resolve(place.name()), bytes);
    }
}

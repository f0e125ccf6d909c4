package bcl.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cases in a folder: every folder in it that holds a {@code notes.md}.
 *
 * @param root the folder; its {@code reference/}, if there is one, is shared by all cases
 */
public record SampleCases(Path root, List<SampleCase> cases) {
    public SampleCases {
        cases = List.copyOf(cases);
    }

    public static SampleCases discover(Path root) throws IOException {
        List<SampleCase> cases = new ArrayList<>();
        for (Path folder : Folders.list(root)) {
            if (Files.exists(folder.resolve("notes.md"))) {
                cases.add(SampleCase.in(folder));
            }
        }
        return new SampleCases(root, cases);
    }

    /** The cases whose names are given, in that order. */
    public SampleCases only(Collection<String> names) {
        List<SampleCase> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(cases.stream()
                    .filter(sample -> sample.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no case " + name + " in " + root)));
        }
        return new SampleCases(root, chosen);
    }

    /** Groups that may share a home, since their settings are the same. */
    List<SampleCases> bySettings() throws IOException {
        Map<String, List<SampleCase>> groups = new LinkedHashMap<>();
        for (SampleCase sample : cases) {
            groups.computeIfAbsent(sample.settings(), settings -> new ArrayList<>())
                    .add(sample);
        }
        return groups.values().stream()
                .map(group -> new SampleCases(root, group))
                .toList();
    }

    /** Lays settings and reference data into a home: the shared set and those of the cases, row upon row. */
    void furnish(Path home) throws IOException {
        Map<String, StringBuilder> tables = new LinkedHashMap<>();
        read(root.resolve("reference"), tables);
        for (SampleCase sample : cases) {
            read(sample.reference(), tables);
        }
        Path reference = Files.createDirectories(home.resolve("reference"));
        for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
            Files.writeString(reference.resolve(table.getKey()), table.getValue());
        }
        String settings = cases.get(0).settings();
        if (!settings.isEmpty()) {
            Files.writeString(home.resolve("application.yml"), settings);
        }
    }

    private static void read(Path reference, Map<String, StringBuilder> tables) throws IOException {
        for (Path file : Folders.list(reference)) {
            String text = Files.readString(file);
            StringBuilder table = tables.get(file.getFileName().toString());
            if (table == null) {
                tables.put(file.getFileName().toString(), new StringBuilder(text));
            } else {
                table.append(text, text.indexOf('\n') + 1, text.length());
            }
        }
    }
}

package bcl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the rules are asked of: the classes and sources of the engine, and the exceptions that were agreed. */
final class House {
    static final Path SOURCES = Path.of("src/main/java");
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("bcl");
    private static final Path EXCEPTIONS = Path.of("src/test/resources/architecture/exceptions.csv");

    private House() {}

    /** The package below {@code bcl} that a class is in; empty for {@code bcl} itself. */
    static String packageOf(JavaClass type) {
        return type.getPackageName().replaceFirst("^bcl\\.?", "");
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("bcl") || type.getPackageName().startsWith("bcl.");
    }

    /** Reasons by name, for one rule. */
    static Map<String, String> exceptions(String rule) throws IOException {
        Map<String, String> exceptions = new LinkedHashMap<>();
        for (String row : Files.readAllLines(EXCEPTIONS)) {
            String[] fields = row.split(",", 3);
            if (fields[0].equals(rule)) {
                exceptions.put(fields[1], fields[2]);
            }
        }
        return exceptions;
    }

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        }
    }
}

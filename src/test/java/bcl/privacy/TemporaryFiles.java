package bcl.privacy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What came to lie in this machine's folder for temporary files since this was made; the folders of tests and of their PostgreSQL are left out. */
final class TemporaryFiles {
    private final File folder = new File(System.getProperty("java.io.tmpdir"));
    private final Set<String> before = names();

    List<String> marked() throws IOException {
        List<String> found = new ArrayList<>();
        Set<String> since = names();
        since.removeAll(before);
        for (String name : since) {
            if (!name.startsWith("junit") && !name.startsWith("epg")) {
                Files.walkFileTree(folder.toPath().resolve(name), new Search(found));
            }
        }
        return found;
    }

    private Set<String> names() {
        String[] names = folder.list();
        return names == null ? Set.of() : new TreeSet<>(List.of(names));
    }

    /** Others use the folder too: what is not ours to read, or goes away meanwhile, is not ours. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final List<String> found;

        Search(List<String> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            try {
                if (attributes.isRegularFile()
                        && MarkedFiles.isMarked(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    found.add(file.toString());
                }
            } catch (IOException e) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}

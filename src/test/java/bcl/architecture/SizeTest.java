package bcl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Small files and small methods (house rule 4). */
class SizeTest {
    private static final int FILE_LIMIT = 300;
    private static final int METHOD_LIMIT = 40;

    @Test
    void no_file_has_more_than_300_lines() throws IOException {
        Map<String, Integer> sizes = fileSizes();

        assertThat(above(sizes, FILE_LIMIT))
                .isEqualTo(new TreeSet<>(House.exceptions("file").keySet()));
    }

    @Test
    void the_usual_file_has_less_than_60_lines_and_nine_of_ten_have_less_than_150() throws IOException {
        List<Integer> sizes = fileSizes().values().stream().sorted().toList();

        assertThat(sizes.get(sizes.size() / 2)).isLessThan(60);
        assertThat(sizes.get(sizes.size() * 9 / 10)).isLessThan(150);
    }

    @Test
    void no_method_has_more_than_40_lines() throws IOException {
        Map<String, Integer> sizes = methodSizes();

        assertThat(sizes).hasSizeGreaterThan(500);
        assertThat(above(sizes, METHOD_LIMIT))
                .isEqualTo(new TreeSet<>(House.exceptions("method").keySet()));
    }

    private static TreeSet<String> above(Map<String, Integer> sizes, int limit) {
        TreeSet<String> above = new TreeSet<>();
        sizes.forEach((name, size) -> {
            if (size > limit) {
                above.add(name);
            }
        });
        return above;
    }

    private static Map<String, Integer> fileSizes() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Path file : House.sources()) {
            sizes.put(
                    House.SOURCES.relativize(file).toString(),
                    Files.readAllLines(file).size());
        }
        return sizes;
    }

    /** Lines of the body with its braces; the longest of overloads. */
    private static Map<String, Integer> methodSizes() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(new ArrayList<>(House.sources()));
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, sizes).scan(unit, null);
            }
        }
        return sizes;
    }

    private static final class Methods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Integer> sizes;

        Methods(CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> sizes) {
            this.unit = unit;
            this.positions = positions;
            this.sizes = sizes;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long from = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long to = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                sizes.merge(file.replace(".java", ".") + method.getName(), (int) (to - from + 1), Math::max);
            }
            return super.visitMethod(method, nothing);
        }
    }
}

package bcl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run.sh check} reads in the reports of Surefire. */
class CheckReportTest {
    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite version="3.0.2" name="bcl.A" time="1" tests="4" errors="0" skipped="1" failures="1" flakes="1">
              <testcase name="good" classname="bcl.A" time="0.1"/>
              <testcase name="shaky(Databases)[1]" classname="bcl.A" time="0.1">
                <flakyFailure message="once" type="java.lang.AssertionError">
                  <stackTrace><![CDATA[java.lang.AssertionError: once]]></stackTrace>
                </flakyFailure>
                <flakyError message="and again" type="java.io.IOException"/>
              </testcase>
              <testcase name="bad" classname="bcl.A" time="0.1">
                <failure message="always" type="java.lang.AssertionError"/>
                <rerunFailure message="always" type="java.lang.AssertionError"/>
              </testcase>
              <testcase name="elsewhere" classname="bcl.A" time="0"><skipped message="no root"/></testcase>
            </testsuite>
            """;

    @TempDir
    Path reports;

    @Test
    void a_test_that_passed_only_at_the_second_try_is_counted_and_named() throws Exception {
        Files.writeString(reports.resolve("TEST-bcl.A.xml"), REPORT);

        assertThat(read())
                .containsExactly(
                        "4 1 0 1 1",
                        "  only at the second try: bcl.A.shaky(Databases)[1]",
                        "  not run: bcl.A.elsewhere no root");
    }

    @Test
    void without_reports_nothing_ran() throws Exception {
        assertThat(read()).containsExactly("0 0 0 0 0");
    }

    /** The function of run.sh, alone. */
    private List<String> read() throws Exception {
        String script = Files.readString(Path.of("run.sh"));
        int from = script.indexOf("read_reports() {");
        String function = script.substring(from, script.indexOf("\n}\n", from) + 3);
        Process bash = new ProcessBuilder("bash", "-c", function + "read_reports \"$1\"", "bash", reports.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}

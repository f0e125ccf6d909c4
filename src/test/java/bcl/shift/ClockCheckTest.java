package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.ExitCode;
import bcl.commands.UsageException;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.OpenHome;
import bcl.testsupport.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClockCheckTest {
    private static final Instant EVENT = Instant.parse("2026-11-21T00:15:12Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_clock_is_taken_up_to_60_seconds_before_the_last_event(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            database.jdbc()
                    .sql("insert into operator_action (at, actor, verb, subject, reason, result)"
                            + " values (?, 'a', 'hold', 's', 'r', 'r')")
                    .param(OffsetDateTime.parse("2026-11-21T00:15:12Z"))
                    .update();

            assertThatCode(() -> ClockCheck.check(database.jdbc(), EVENT.minusSeconds(60)))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> ClockCheck.check(database.jdbc(), EVENT.minusSeconds(61)))
                    .isInstanceOf(UsageException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void events_of_a_clock_that_was_ahead_count_no_more_once_an_operator_said_so_and_later_ones_do(Databases databases)
            throws Exception {
        try (EngineHome home = EngineHome.at(folder, databases)) {
            String root = home.root().toString();
            home.night(new StopRequest());
            try (TestDatabase database = home.database()) {
                database.jdbc()
                        .sql("insert into operator_action (at, actor, verb, subject, reason, result)"
                                + " values (?, 'a', 'hold', 's', 'r', 'r')")
                        .param(OffsetDateTime.parse("2199-01-01T00:00:00Z"))
                        .update();
            }
            assertThat(home.night(new StopRequest()).err()).contains("2199-01-01", "accept-clock");

            EngineHome.Result accepted =
                    home.run(new StopRequest(), "accept-clock", "--home", root, "--reason", "set by NTP");

            assertThat(accepted.code()).as(accepted.err()).isEqualTo(ExitCode.DONE);
            assertThat(accepted.out()).contains("events up to 2199-01-01");
            assertThat(home.run(new StopRequest(), "accept-clock", "--home", root, "--reason", "again")
                            .code())
                    .isEqualTo(ExitCode.NOTHING_TO_DO);
            assertThat(home.night(new StopRequest()).code()).isNotEqualTo(ExitCode.USAGE);
            try (TestDatabase database = home.database()) {
                assertThatThrownBy(() -> ClockCheck.check(database.jdbc(), Instant.EPOCH))
                        .as("events after the act")
                        .isInstanceOf(UsageException.class);
            }
        }
    }

    /** Both kinds of answer, by a clock that was set back by less than is refused. */
    @Test
    void no_answer_dates_what_was_done_before_what_was_received() throws Exception {
        try (OpenHome home = OpenHome.at(folder, Databases.H2, 0)) {
            home.send("AAA01.PN000001.BCL", 2, "A");
            home.send("AAA01.PN000001.BCR", 1, "B");
            home.takeIn();
            home.jdbc()
                    .update("update inbound_file set received_at = dateadd(second, 50, received_at)"
                            + " where decided_at is null");

            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

            Instant received = home.file("AAA01.PN000001.BCL").receivedAt();
            assertThat(home.answer("AAA", "AAA01.PN000001.BCR")).contains(told(received) + "," + told(received));
            assertThat(home.answer("AAA", "AAA01.PN000001.FRJ")).contains(told(received));
            assertThat(home.count("select count(*) from answer join inbound_file f on f.id = file_id"
                            + " where created_at >= received_at"))
                    .isEqualTo(2);
            assertThat(home.give("reconcile").code()).isEqualTo(ExitCode.DONE);
        }
    }

    private static String told(Instant time) {
        return UkTime.date(time) + ",\"" + UkTime.time(time) + "\"";
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_empty_ledger_says_nothing_about_the_clock(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            assertThatCode(() -> ClockCheck.check(database.jdbc(), Instant.EPOCH))
                    .doesNotThrowAnyException();
        }
    }
}

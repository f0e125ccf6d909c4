package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.EngineException;
import bcl.ledger.Pause;
import bcl.night.SettableClock;
import bcl.testsupport.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant START = Instant.parse("2026-11-21T06:58:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-21T07:00:00Z");
    private static final RuntimeException AWAY = new IllegalStateException("away");

    private final SettableClock clock = new SettableClock(START);
    private final Sessions session = new Sessions(Path.of("/some/where"));
    private final Pause passing = clock::advance;

    @Test
    void it_waits_longer_each_time_and_gives_up_at_the_end_of_the_window() throws Exception {
        Patience patience = new Patience(clock, Optional.of(CLOSES), passing, session.session());

        for (int i = 0; i < 7; i++) {
            patience.waitAfter(AWAY);
        }

        assertThat(clock.now()).isEqualTo(START.plusSeconds(1 + 2 + 4 + 8 + 16 + 30 + 30));
        assertThat(session.err()).contains("Trying again in 1 s", "Trying again in 16 s", "until 2026-11-21 07:00:00");
        assertThatThrownBy(() -> patience.waitAfter(AWAY))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("start night again");
    }

    @Test
    void a_database_that_answered_in_between_is_waited_for_from_the_beginning() throws Exception {
        Patience patience = new Patience(clock, Optional.of(CLOSES), passing, session.session());
        patience.waitAfter(AWAY);
        patience.waitAfter(AWAY);

        patience.answered();
        patience.waitAfter(AWAY);

        assertThat(clock.now()).isEqualTo(START.plusSeconds(1 + 2 + 1));
    }

    @Test
    void without_an_end_it_gives_up_after_a_quarter_of_an_hour() throws Exception {
        Patience patience = new Patience(clock, Optional.empty(), passing, session.session());

        assertThatThrownBy(() -> {
                    while (true) {
                        patience.waitAfter(AWAY);
                    }
                })
                .isInstanceOf(EngineException.class);

        assertThat(Duration.between(START, clock.now())).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void a_stop_ends_the_waiting() throws Exception {
        Patience patience = new Patience(clock, Optional.of(CLOSES), passing, session.session());
        session.session().stop().request("test");

        patience.waitAfter(AWAY);

        assertThat(clock.now()).isEqualTo(START);
    }
}

package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.Engine;
import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.NightRequest;
import bcl.commands.Session;
import bcl.commands.StatusRequest;
import bcl.night.UkTime;
import bcl.testsupport.Sessions;
import bcl.wire.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientOpenerTest {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    @TempDir
    Path folder;

    private final List<String> tries = new ArrayList<>();
    private final Engine engine = new WaitingEngine(Path.of("home"));

    @Test
    void a_night_inside_its_window_waits_for_a_database_that_is_away() throws Exception {
        Sessions session = new Sessions(folder);

        Engine opened = opener("08001").open(night(Optional.empty()), settings(), session.session());

        assertThat(opened).isSameAs(engine);
        assertThat(tries).hasSize(3);
        assertThat(session.err()).contains("Trying again in 1 s", "Trying again in 2 s");
    }

    @Test
    void an_override_another_command_and_a_wrong_password_fail_at_once() throws Exception {
        EngineSettings settings = settings();
        Session session = new Sessions(folder).session();

        assertThatThrownBy(() -> opener("08001").open(night(Optional.of("test")), settings, session))
                .isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> opener("08001").open(new StatusRequest(folder, false), settings, session))
                .isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> opener("28P01").open(night(Optional.empty()), settings, session))
                .isInstanceOf(EngineException.class);

        assertThat(tries).hasSize(3);
    }

    /** Opens at the third try. */
    private PatientOpener opener(String state) {
        return new PatientOpener(
                settings -> {
                    tries.add(state);
                    if (tries.size() < 3 || !state.equals("08001")) {
                        throw new EngineException("cannot be opened", new SQLException("away", state));
                    }
                    return engine;
                },
                duration -> {});
    }

    private NightRequest night(Optional<String> override) {
        return new NightRequest(folder, override, Optional.empty());
    }

    private EngineSettings settings() throws Exception {
        LocalTime now = UkTime.localTime(Instant.now());
        Files.writeString(
                folder.resolve("application.yml"),
                "bcl.window.opens: \"%s\"\nbcl.window.closes: \"%s\"\n"
                        .formatted(
                                now.minusHours(1).format(MINUTES),
                                now.plusHours(5).format(MINUTES)));
        return HomeSettings.load(new Home(folder));
    }
}

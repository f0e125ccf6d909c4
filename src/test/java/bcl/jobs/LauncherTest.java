package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.dao.DataIntegrityViolationException;

class LauncherTest {
    private static final Throwable OF_BATCH =
            new JobExecutionException("Partition handler returned an unsuccessful step");
    private static final Throwable OF_A_PART =
            new DataIntegrityViolationException("refused", new SQLException("", "23514"));
    private static final Throwable AWAY = new IllegalStateException(new SQLException("", "08006"));

    @Test
    void the_failure_of_a_part_tells_why_and_not_what_Spring_Batch_says_of_the_step_above_it() {
        assertThat(Launcher.worst(List.of(OF_BATCH, OF_A_PART), BatchStatus.FAILED))
                .isSameAs(OF_A_PART);
        assertThat(Launcher.worst(List.of(OF_A_PART, OF_BATCH), BatchStatus.FAILED))
                .isSameAs(OF_A_PART);
        assertThat(Launcher.worst(List.of(OF_BATCH), BatchStatus.FAILED)).isSameAs(OF_BATCH);
    }

    @Test
    void a_database_that_is_away_comes_first() {
        assertThat(Launcher.worst(List.of(OF_BATCH, OF_A_PART, AWAY), BatchStatus.FAILED))
                .isSameAs(AWAY);
        assertThat(Launcher.worst(List.of(AWAY, OF_A_PART), BatchStatus.FAILED)).isSameAs(AWAY);
    }

    @Test
    void without_any_the_status_is_told() {
        assertThat(Launcher.worst(List.of(), BatchStatus.STOPPED)).hasMessage("ended as STOPPED");
    }
}

package bcl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class ClaimLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_recorded_claim_stays_recorded(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            ClaimLedger claims = new ClaimLedger(new JdbcTemplate(database.dataSource()));
            database.transactions().executeWithoutResult(status -> claims.record("a", NOW));

            assertThat(claims.settle("a", NOW)).isTrue();
            assertThat(claims.settle("a", NOW)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_that_was_settled_as_void_can_never_be_recorded(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            ClaimLedger claims = new ClaimLedger(new JdbcTemplate(database.dataSource()));

            assertThat(claims.settle("a", NOW)).isFalse();

            assertThatThrownBy(() -> database.transactions().executeWithoutResult(status -> claims.record("a", NOW)))
                    .isInstanceOf(LedgerConflict.class);
            assertThat(claims.settle("a", NOW)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void old_ones_are_forgotten(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            ClaimLedger claims = new ClaimLedger(new JdbcTemplate(database.dataSource()));
            claims.record("old", NOW.minusSeconds(1));
            claims.record("new", NOW);

            assertThat(claims.forgetBefore(NOW)).isEqualTo(1);
            assertThat(claims.settle("new", NOW)).isTrue();
        }
    }
}

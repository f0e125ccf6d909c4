package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.AccessLedger;
import bcl.ledger.AccessLedger.Span;
import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.Notice;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Transfer;
import bcl.sftp.SftpEvent.Kind;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.FileName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What the server tells is recorded in the ledger. */
class LedgerSftpEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_operators_should_see_is_a_notice_and_the_days_business_is_not(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            OperatorLedger operators = new OperatorLedger(jdbc);
            try (LedgerSftpEvents events =
                    new LedgerSftpEvents(operators, new AnswerLedger(jdbc), new AccessLedger(jdbc))) {
                events.happened(new SftpEvent(NOW, Kind.BANNED, "10.0.0.1", "12 logins failed"));
                events.happened(new SftpEvent(NOW, Kind.UPLOADED, "AAA", "inbound/x, 5 bytes"));
                for (int day = 0; day < 2; day++) {
                    for (int i = 0; i < 3; i++) {
                        Instant at = NOW.plusSeconds(86_400L * day + i);
                        events.happened(new SftpEvent(at, Kind.LOGIN, "AAA", "from 10.0.0.1 with key SHA256:x"));
                    }
                }
            }

            assertThat(operators.notices("SFTP_BANNED"))
                    .containsExactly(new Notice(NOW, "SFTP_BANNED", null, "10.0.0.1", "12 logins failed"));
            assertThat(operators.notices("SFTP_UPLOADED")).isEmpty();
            assertThat(operators.notices("SFTP_LOGIN")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_answer_has_the_time_when_it_was_first_collected(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            AnswerLedger answers = new AnswerLedger(jdbc);
            answer(database, answers, 1);
            answer(database, answers, 1_000_000);
            try (LedgerSftpEvents events =
                    new LedgerSftpEvents(new OperatorLedger(jdbc), answers, new AccessLedger(jdbc))) {
                events.collected("BBB", "AAA01.PN000001.BCR", NOW);
                events.collected("AAA", "no answer", NOW);
                events.collected("AAA", "AAA01.PN000001.BCR", NOW.plusSeconds(1));
                events.collected("AAA", "AAA01.PN000001.BCR", NOW.plusSeconds(2));
            }

            List<String> collected = database.jdbc()
                    .sql("select sequence, collected_at from answer order by sequence")
                    .query((row, i) -> row.getLong(1) + " "
                            + (row.getObject(2) == null
                                    ? "-"
                                    : row.getObject(2, java.time.OffsetDateTime.class)
                                            .toInstant()))
                    .list();
            assertThat(collected).containsExactly("1 -", "1000000 " + NOW.plusSeconds(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_sent_and_read_what_by_which_key_is_recorded_once_a_day_for_each_file(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            AccessLedger access = new AccessLedger(jdbc);
            Transfer sent = new Transfer(NOW, "AAA", "SHA256:x", "10.0.0.1", "UPLOADED", "inbound/AAA01.PN000001.BCL");
            Transfer nextDay = new Transfer(
                    NOW.plusSeconds(86_400), "AAA", "SHA256:x", "10.0.0.2", "UPLOADED", "inbound/AAA01.PN000001.BCL");
            Transfer other =
                    new Transfer(NOW, "AAA", "SHA256:y", "10.0.0.1", "COLLECTED", "outbound/AAA01.PN000001.BCR");
            try (LedgerSftpEvents events =
                    new LedgerSftpEvents(new OperatorLedger(jdbc), new AnswerLedger(jdbc), access)) {
                for (int i = 0; i < 3; i++) {
                    events.transferred(sent);
                    events.transferred(other);
                }
                events.transferred(nextDay);
            }
            Span always = new Span(Instant.EPOCH, NOW.plusSeconds(1_000_000));

            assertThat(access.transfersOfKey("SHA256:x", always)).containsExactly(sent, nextDay);
            assertThat(access.transfersOfKey("SHA256:x", new Span(NOW.plusSeconds(1), NOW.plusSeconds(1_000_000))))
                    .containsExactly(nextDay);
            assertThat(access.transfersOfOrganisation("AAA", always)).containsExactly(sent, other, nextDay);
        }
    }

    @Test
    void what_happens_while_the_database_is_away_is_recorded_when_it_is_back() {
        try (TestDatabase database = Databases.H2.fresh()) {
            AtomicBoolean away = new AtomicBoolean(true);
            CountDownLatch tried = new CountDownLatch(1);
            JdbcTemplate jdbc = new JdbcTemplate(new AbstractDataSource() {
                @Override
                public Connection getConnection() throws SQLException {
                    tried.countDown();
                    if (away.get()) {
                        throw new SQLException("away", "08001");
                    }
                    return database.dataSource().getConnection();
                }

                @Override
                public Connection getConnection(String user, String password) throws SQLException {
                    return getConnection();
                }
            });
            OperatorLedger operators = new OperatorLedger(jdbc);
            try (LedgerSftpEvents events =
                    new LedgerSftpEvents(operators, new AnswerLedger(jdbc), new AccessLedger(jdbc))) {
                events.happened(new SftpEvent(NOW, Kind.BANNED, "10.0.0.1", "1"));
                events.transferred(new Transfer(NOW, "AAA", "SHA256:x", "10.0.0.1", "UPLOADED", "inbound/x"));
                events.happened(new SftpEvent(NOW, Kind.BANNED, "10.0.0.2", "2"));
                events.transferred(new Transfer(NOW, "AAA", "SHA256:x", "10.0.0.1", "UPLOADED", "inbound/y"));
                TestServer.until(() -> tried.getCount() == 0);
                away.set(false);
            }

            assertThat(new AccessLedger(jdbc).transfersOfKey("SHA256:x", new Span(Instant.EPOCH, NOW.plusSeconds(1))))
                    .extracting(Transfer::name)
                    .containsExactly("inbound/x", "inbound/y");
            assertThat(operators.notices("SFTP_BANNED").stream().map(Notice::subject))
                    .containsExactly("10.0.0.1", "10.0.0.2");
        }
    }

    private static void answer(TestDatabase database, AnswerLedger answers, long sequence) {
        database.jdbc()
                .sql("insert into inbound_file (organisation, name, digest, size, received_at, state)"
                        + " values ('AAA', 'x', 'd', 1, current_timestamp, 'DECIDED')")
                .update();
        long file = database.jdbc()
                .sql("select max(id) from inbound_file")
                .query(Long.class)
                .single();
        FileName name = FileName.parse("AAA01.PN000001.BCR").orElseThrow();
        answers.record(new Answer(file, sequence, name, "AAA", 1, NOW, "d", 1, false), Map.of());
    }
}

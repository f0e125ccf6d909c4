package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.OpenHome;
import bcl.testsupport.TestDatabase;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The roles of docs/examples/postgresql-roles.sql, as they are given to operators. */
class NarrowRoleTest {
    private static final String ONE = "AAA01.PN000001.BCL";
    private static final String LARGE = "AAA01.PN000002.BCL";

    @TempDir
    Path disk;

    @Test
    void the_engine_does_all_its_work_with_it_and_can_change_nothing_that_was_recorded() throws Exception {
        EngineHome prepared = EngineHome.at(disk.resolve("home"), Databases.POSTGRESQL);
        try (TestDatabase owner = prepared.database()) {
            grant(owner);
            narrow(prepared, owner);
            Map<String, String> settings = Map.of("bcl.night.small-file", "2KB", "bcl.night.contacts-per-chunk", "50");
            try (OpenHome home = OpenHome.at(prepared, 0, settings)) {
                work(home);
                assertThatCode(() -> grant(owner)).as("it can be run again").doesNotThrowAnyException();
                JdbcTemplate engine = new JdbcTemplate(new DriverManagerDataSource(url(owner), "bcl_engine", "engine"));
                assertThat(engine.queryForObject("select current_user", String.class))
                        .isEqualTo("bcl_engine");
                for (String statement : RECORDED.split("\n")) {
                    assertThatThrownBy(() -> engine.update(statement))
                            .as(statement)
                            .rootCause()
                            .hasMessageMatching("(?s).*(permission denied|must be owner|set once|only grows).*");
                }
            }
        }
    }

    @Test
    void migrations_can_be_left_to_the_owner_and_are_refused_to_the_engine() throws Exception {
        try (EngineHome home = EngineHome.at(disk.resolve("home"), Databases.POSTGRESQL);
                TestDatabase owner = home.database()) {
            owner.jdbc().sql("drop schema public cascade").update();
            owner.jdbc().sql("create schema public").update();
            roles(owner);
            owner.jdbc().sql("grant usage on schema public to bcl_engine").update();
            narrow(home, owner);

            EngineHome.Result refused =
                    home.run(new StopRequest(), "status", "--home", home.root().toString());
            assertThat(refused.code() + refused.out() + refused.err())
                    .contains("The tables cannot be brought up to date");

            home.set("spring.flyway.user", "postgres").set("spring.flyway.password", "postgres");
            home.run(new StopRequest(), "status", "--home", home.root().toString());
            grant(owner);
            EngineHome.Result status =
                    home.run(new StopRequest(), "status", "--home", home.root().toString());
            assertThat(status.code()).as(status.err()).isEqualTo(ExitCode.DONE);
        }
    }

    private static final String RECORDED = """
            update contact_event set reason = 'other'
            delete from contact_event
            update outcome set kind = 'RJ'
            delete from outcome
            update notice set detail = 'other'
            delete from notice
            update operator_action set actor = 'somebody else'
            delete from operator_action
            update transfer set key_fingerprint = 'other'
            delete from transfer
            update evidence_seal set digest = 'x'
            delete from evidence_seal
            update evidence_segment set entries = 'x'
            update evidence_segment set seal = seal + 1
            delete from evidence_segment
            update evidence_event set segment = null
            delete from evidence_event
            update answer set digest = 'x'
            update answer set segment = null
            delete from answer
            update inbound_file set digest = 'x'
            delete from inbound_file
            update contact set content_digest = 'x'
            update contact set organisation = 'BBB'
            delete from contact
            update contact_record set fields = '{}'
            update erasure set at = current_timestamp
            delete from erasure
            update run set started_at = current_timestamp
            delete from run
            update crn_counter set next_crn = next_crn - 1
            delete from flyway_schema_history
            truncate notice
            drop table notice
            alter table notice add column other integer
            create table other (id integer)""";

    private static void work(OpenHome home) throws Exception {
        home.send(ONE, 3, "A");
        home.send(LARGE, 200, "B");
        home.send("BBB01.PN000001.BCL", 2, "C");
        home.send("BBB01.PN000002.BCL", 2, "C");
        home.takeIn();
        done(home, "hold", LARGE, "--reason", "wait");
        Path copy = new Home(home.root()).sealed(home.file(ONE).digest());
        byte[] sealed = Files.readAllBytes(copy);
        Files.writeString(copy, "altered");
        assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);
        Files.write(copy, sealed);
        done(home, "rerun", ONE, "--reason", "test");
        done(home, "release", LARGE, "--reason", "go");
        OpenHome.Result night = home.night();
        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
        String crn = Long.toString(home.count("select min(crn) from contact"));
        done(home, "resolve", crn, "--status", "CCVA", "--reason", "done");
        done(home, "contact", crn);
        done(home, "reset-stream", "AAA01.PN.BCL", "--reason", "test");
        done(home, "digest");
        done(home, "status");
        done(home, "touched", "--organisation", "AAA");
        home.eraseAfterTwoYears();
        assertThat(home.count("select count(*) from contact_record")).isZero();
        done(home, "reconcile");
        done(
                home,
                "verify",
                home.root().resolve("sftp/AAA/outbound/AAA01.PN000001.BCR").toString());
    }

    private static void done(OpenHome home, String... command) {
        OpenHome.Result result = home.give(command);
        assertThat(result.code())
                .as(String.join(" ", command) + result.out() + result.err())
                .isEqualTo(ExitCode.DONE);
    }

    private static void narrow(EngineHome home, TestDatabase database) throws IOException {
        home.replace("spring.datasource.url", url(database))
                .replace("spring.datasource.username", "bcl_engine")
                .replace("spring.datasource.password", "engine");
    }

    /** The test's URL names a user itself, which goes before the settings. */
    private static String url(TestDatabase database) {
        return database.url().replaceAll("\\?.*", "");
    }

    private static void roles(TestDatabase owner) {
        owner.jdbc()
                .sql("do $$ begin if not exists (select 1 from pg_roles where rolname = 'bcl_engine') then"
                        + " create role bcl_engine login password 'engine'; end if; end $$")
                .update();
    }

    private static void grant(TestDatabase owner) throws Exception {
        roles(owner);
        new JdbcTemplate(owner.dataSource()).execute(Files.readString(Path.of("docs/examples/postgresql-roles.sql")));
    }
}

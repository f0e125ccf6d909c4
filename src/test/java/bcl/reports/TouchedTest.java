package bcl.reports;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.Actor;
import bcl.commands.ExitCode;
import bcl.ledger.AccessLedger;
import bcl.ledger.Notice;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Transfer;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TouchedTest {
    private static final String ONE = "AAA01.PN000001.BCL";
    private static final String OTHER = "BBB01.PN000001.BCL";

    @TempDir
    Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_organisation_a_key_an_operator_a_run_or_a_file_is_told_with_files_contacts_and_what_was_done(
            Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            Instant sent = Instant.now();
            home.send(ONE, 3, "A");
            home.send(OTHER, 2, "B");
            home.night();
            long first = home.count("select min(crn) from contact where organisation = 'BBB'");
            access(home, sent);
            home.give("contact", Long.toString(first));
            home.give("resolve", Long.toString(first + 1), "--status", "CCVA", "--reason", "done");

            OpenHome.Result key = home.give("touched", "--key", "SHA256:lost");
            assertThat(key.code()).isEqualTo(ExitCode.DONE);
            assertThat(key.out())
                    .contains("Touched by key SHA256:lost: 1 files, 3 contacts", "  AAA  3 contacts")
                    .contains("AAA/" + ONE, "answer AAA01.PN000001.BCR", "COLLECTED  outbound/AAA01.PN000001.BCR")
                    .contains("from 10.0.0.1 with key SHA256:lost", "AAA/inbound/never-taken.BCL")
                    .doesNotContain(OTHER, "Contacts\n");
            assertThat(home.give("touched", "--key", "SHA256:lost", "--to", "2001-01-01")
                            .out())
                    .contains(": 0 files, 0 contacts");

            JsonNode operator = json(home.give("touched", "--operator", Actor.name(), "--contacts", "--json"));
            assertThat(operator.get("contactCount").asLong()).isEqualTo(2);
            JsonNode another = json(home.give(
                    "touched",
                    "--operator",
                    Actor.name().substring(0, Actor.name().length() - 1),
                    "--json"));
            assertThat(another.get("contactCount").asLong())
                    .as("of one whose name begins alike")
                    .isZero();
            assertThat(operator.at("/contacts/0/crn").asLong()).isEqualTo(first);
            assertThat(operator.at("/contacts/1/status").asString()).isEqualTo("CCVA");
            assertThat(operator.get("acts").toString()).contains("\"contact " + first + "\"", "\"verb\":\"resolve\"");

            String program = home.jdbc().queryForObject("select program from run where id = 1", String.class);
            JsonNode run = json(home.give("touched", "--run", "1", "--contacts", "--json"));
            assertThat(run.get("contactsByOrganisation").toString()).isEqualTo("{\"AAA\":3,\"BBB\":2}");
            assertThat(run.get("contacts").size()).isEqualTo(5);
            assertThat(run.at("/acts/0/subject").asString()).isEqualTo("run 1 by program " + program);
            assertThat(home.give("touched", "--organisation", "BBB").out())
                    .contains("1 files, 2 contacts", "BBB/" + OTHER)
                    .doesNotContain(ONE);
            assertThat(home.give("touched", "--file", OTHER, "--contacts").out())
                    .contains("Contacts", Long.toString(first), "meter point none");

            assertThat(home.give("touched", "--run", "99").err()).contains("There is no run 99");
            assertThat(home.give("touched", "--run", "1", "--file", "2").code()).isEqualTo(ExitCode.USAGE);
            assertThat(home.count("select count(*) from operator_action where verb = 'touched'"))
                    .isEqualTo(7);
        }
    }

    /** The engine fails at its third chunk; then it is another program, which lets nobody log such contacts by file. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_one_program_decided_of_a_file_stands_when_another_goes_on_and_each_part_is_found_by_its_program(
            Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            home.send(ONE, 20, "A");
            home.jdbc().update("insert into outcome (file_id, line, kind) values (1, 22, 'RJ')");
            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);
            home.jdbc().update("delete from outcome where file_id = 1 and line = 22");
            home.jdbc().update("update run set program = 'older'");
            List<String> decided = outcomes(home);
            Long snapshot = home.file(ONE).snapshotId();
            Path reference = home.root().resolve("reference");
            Files.copy(reference.resolve("meter-points-20261120.csv"), reference.resolve("meter-points-20261121.csv"));

            home.restart(Map.of("bcl.codes.FLE.files-from", "never"));
            home.give("rerun", ONE, "--reason", "mended");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

            assertThat(decided).hasSize(10).allMatch(each -> each.contains(" AC "));
            assertThat(outcomes(home)).hasSize(20).startsWith(decided.toArray(String[]::new));
            assertThat(outcomes(home).subList(10, 20))
                    .allMatch(each -> each.contains(" RJ ") && each.contains("CON00002"));
            assertThat(home.file(ONE).snapshotId()).isEqualTo(snapshot);
            assertThat(home.count("select count(*) from reference_load"))
                    .as("snapshots that were loaded")
                    .isGreaterThan(1);
            assertThat(home.give("touched", "--file", ONE).out())
                    .contains("run 1 by program older judged 10 contacts")
                    .containsPattern("run 2 by program [0-9a-f]{16} judged 10 contacts");
            JsonNode older = json(home.give("touched", "--run", "1", "--contacts", "--json"));
            assertThat(older.get("contacts").size()).isEqualTo(10);
            assertThat(older.at("/files/0/contacts").asLong()).isEqualTo(10);
            JsonNode newer = json(home.give("touched", "--run", "2", "--contacts", "--json"));
            assertThat(newer.at("/files/0/name").asString()).isEqualTo(ONE);
            assertThat(newer.get("contacts").size()).as("it rejected them").isZero();
        }
    }

    private static List<String> outcomes(OpenHome home) {
        return home.jdbc()
                .queryForList(
                        "select line || ' ' || kind || ' ' || coalesce(findings, '') from outcome order by line",
                        String.class);
    }

    private static void access(OpenHome home, Instant sent) {
        AccessLedger access = new AccessLedger(home.jdbc());
        access.transferred(List.of(
                new Transfer(sent, "AAA", "SHA256:lost", "10.0.0.1", "UPLOADED", "inbound/" + ONE),
                new Transfer(sent, "AAA", "SHA256:lost", "10.0.0.1", "UPLOADED", "inbound/never-taken.BCL"),
                new Transfer(
                        Instant.now(), "AAA", "SHA256:lost", "10.0.0.1", "COLLECTED", "outbound/AAA01.PN000001.BCR")));
        new OperatorLedger(home.jdbc())
                .notice(new Notice(sent, "SFTP_LOGIN", null, "AAA", "from 10.0.0.1 with key SHA256:lost"));
    }

    private static JsonNode json(OpenHome.Result result) {
        return JsonMapper.builder().build().readTree(result.out());
    }
}

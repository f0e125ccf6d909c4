package bcl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.simulation.Senders.Delivery;
import bcl.testsupport.Bytes;
import bcl.testsupport.Picture;
import bcl.wire.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks from outside, at any moment, and remembers: what senders saw must stay true, and nothing of theirs may be lost. */
final class Witness {
    private static final Pattern LOGGED = Pattern.compile("\"L51\",\"(?:AC|WN)\",(\"[^\"]*\"),[^,]*,[^,]*,(5\\d{9}),");

    private final Machine machine;
    private final Senders senders;
    private final Home home;
    private final Map<String, String> seen = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();

    Witness(Machine machine, Senders senders) {
        this.machine = machine;
        this.senders = senders;
        this.home = new Home(machine.root);
    }

    /** What must hold at any moment. */
    void look() {
        try {
            answers();
            nothingLost();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must hold when all is done. */
    void lookAtTheEnd() {
        look();
        JdbcClient jdbc = machine.database.jdbc();
        assertThat(jdbc.sql("select name || ' ' || state from inbound_file where state <> 'ANSWERED'")
                        .query(String.class)
                        .list())
                .as("files that were not answered")
                .isEmpty();
        assertThat(rows("select organisation || '/' || name || ' ' || digest from inbound_file"
                        + " union all select folder || '/' || name || ' ' || digest from quarantine"))
                .as("each delivery once")
                .containsExactlyInAnyOrderElementsOf(senders.deliveries().stream()
                        .map(each -> each.organisation() + "/" + each.name() + " " + each.digest())
                        .toList());
        assertThat(present().keySet()).as("answers that were seen").containsAll(seen.keySet());
        assertThat(rows("select name from answer where digest is null or state <> 'PUBLISHED'"))
                .as("answers that were recorded and not published")
                .isEmpty();
    }

    private void answers() {
        Collection<String> recorded = rows("select organisation || '/' || name || ' ' || digest from answer");
        present().forEach((place, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(seen.getOrDefault(place, text))
                    .as(place + " was seen before")
                    .isEqualTo(text);
            String name = place.replace("/outbound/", "/");
            assertThat(recorded).as("an answer that the ledger knows").contains(name + " " + Bytes.sha256(bytes));
            if (seen.put(place, text) == null) {
                crns(place, text);
            }
        });
    }

    private void crns(String place, String text) {
        Matcher logged = LOGGED.matcher(text);
        while (logged.find()) {
            String owner = place.substring(0, 3) + logged.group(1);
            assertThat(owners.computeIfAbsent(logged.group(2), crn -> owner))
                    .as("owner of " + logged.group(2))
                    .isEqualTo(owner);
        }
    }

    /** With its sender, claimed, or recorded and sealed. */
    private void nothingLost() throws IOException {
        List<String> lying = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.sftp())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lying.add(file.getFileName() + " " + Bytes.sha256(Files.readAllBytes(file)));
            }
        }
        Collection<String> taken = rows("select name || ' ' || digest from inbound_file"
                + " union all select name || ' ' || digest from quarantine");
        for (Delivery each : senders.deliveries()) {
            String what = each.name() + " " + each.digest();
            assertThat(lying.contains(what) || taken.contains(what))
                    .as(what + " is somewhere")
                    .isTrue();
        }
        for (String digest : rows("select distinct digest from inbound_file")) {
            Path sealed = home.sealed(digest);
            assertThat(sealed).as("sealed copy").exists();
            assertThat(Bytes.sha256(Files.readAllBytes(sealed))).isEqualTo(digest);
        }
    }

    private Map<String, byte[]> present() {
        try {
            return Picture.answers(machine.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> rows(String sql) {
        return machine.database.jdbc().sql(sql).query(String.class).list();
    }
}

package bcl.testsupport;

import bcl.bulk.BulkInsert;
import bcl.contacts.ContactSearch;
import bcl.contacts.Contacts;
import bcl.contacts.NewContact;
import bcl.jobs.Stores;
import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.NewFile;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.PartLedger;
import bcl.ledger.RerunLedger;
import bcl.ledger.RunLedger;
import bcl.ledger.StreamLedger;
import bcl.ledger.Totals;
import bcl.night.SettableClock;
import bcl.parsing.GroupReader;
import bcl.parsing.InboundParser;
import bcl.parsing.Part;
import bcl.parsing.RawGroup;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.responses.AnswerContent;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerRenderer;
import bcl.responses.FileRejection;
import bcl.responses.FileResult;
import bcl.responses.Rendered;
import bcl.validation.ContactRules;
import bcl.validation.Content;
import bcl.wire.ContactStatus;
import bcl.wire.Environment;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.Finding;
import bcl.wire.Home;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A home whose ledger, archive and outbound folders are written by the engine's own classes, with outcomes that the test chooses.
 * To be closed.
 */
public final class LedgerHome implements AutoCloseable {
    public static final Instant START = Instant.parse("2023-03-01T19:32:07Z");
    public static final LocalDate SNAPSHOT = LocalDate.of(2023, 2, 28);
    private static final int CHUNK = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database;
    private final Home home;
    private final SettableClock clock = new SettableClock(START);
    private final JdbcTemplate jdbc;
    private final BulkInsert bulk;
    private final long snapshot;
    private final InboundParser parser = new InboundParser();

    public LedgerHome(TestDatabase database, Path root) {
        this.database = database;
        this.home = new Home(root);
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.bulk = new BulkInsert(database.dataSource());
        jdbc.update("insert into snapshot (snapshot_date, digest, row_count, index_name, loaded_at, in_force)"
                + " values (date '2023-02-28', 'x', 1, 'x', current_timestamp, true)");
        Long id = jdbc.queryForObject("select id from snapshot", Long.class);
        this.snapshot = id == null ? 0 : id;
    }

    /** What a test says of a contact: its outcome, for a CRN that is kept for it. */
    @FunctionalInterface
    public interface Decision {
        Outcome of(long line, long crn);
    }

    public static Decision accepted(Finding... warnings) {
        return (line, crn) -> new Outcome(line, OutcomeKind.AC, crn, ContactStatus.AACA, List.of(warnings));
    }

    public static Decision rejected(Reason reason, int field) {
        return (line, crn) ->
                new Outcome(line, OutcomeKind.RJ, null, null, List.of(new Finding(line, field, reason, "L01")));
    }

    public static Decision repeated(long crn) {
        return (line, unused) -> new Outcome(
                line, OutcomeKind.RP, crn, ContactStatus.AACA, List.of(new Finding(line, 2, Reason.CON00011, "L01")));
    }

    /** Seals a file and records it as taken. */
    public LedgerFile take(String organisation, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        String digest = Bytes.sha256(bytes);
        write(home.sealed(digest), bytes);
        return files().get(files().take(new NewFile(organisation, name, digest, bytes.length, clock.now())));
    }

    /** Opens a file and reserves its CRNs. */
    public LedgerFile open(LedgerFile file) {
        int groups = scan(file).plan().groups();
        return inTransaction(() -> {
            Long first = file.isTest() ? null : new Contacts(jdbc, bulk).reserveCrns(groups);
            files().open(file, snapshot, groups, first);
            use(file);
            return files().get(file.id());
        });
    }

    /** Decides the first contacts of an open file, as many as there are decisions. */
    public void decideSome(LedgerFile file, Function<Integer, Decision> decisions, int count) {
        List<Outcome> outcomes = new ArrayList<>();
        List<NewContact> contacts = new ArrayList<>();
        forEachGroup(file, group -> {
            if (group.ordinal() < count) {
                Outcome outcome = outcome(file, group, decisions.apply(group.ordinal()));
                outcomes.add(outcome);
                if (outcome.kind() == OutcomeKind.AC && !file.isTest()) {
                    contacts.add(contact(file, group, outcome));
                }
                if (outcomes.size() == CHUNK) {
                    store(file, outcomes, contacts);
                }
            }
        });
        store(file, outcomes, contacts);
    }

    /** The whole life of a file whose contacts are decided. */
    public LedgerFile answered(String organisation, String name, String content, Decision... decisions) {
        return answered(organisation, name, content, ordinal -> decisions[ordinal], decisions.length);
    }

    public LedgerFile answered(
            String organisation, String name, String content, Function<Integer, Decision> decisions, int count) {
        LedgerFile file = open(take(organisation, name, content));
        decideSome(file, decisions, count);
        Totals totals = outcomes().totals(List.of(file.id())).getOrDefault(file.id(), Totals.NONE);
        files().decide(file, totals, clock.now());
        return answer(files().get(file.id()));
    }

    /** The whole life of a file that is rejected whole. */
    public LedgerFile rejectedWhole(String organisation, String name, String content, Reason reason) {
        LedgerFile file = take(organisation, name, content);
        files().reject(file, List.of(new FileFinding(reason, 1)), false, clock.now());
        return answer(files().get(file.id()));
    }

    /** A file that repeats an earlier one. */
    public LedgerFile repeats(LedgerFile earlier, String content) {
        LedgerFile file = take(earlier.organisation(), earlier.name(), content);
        files().repeat(file, earlier.id(), clock.now());
        files().answered(files().get(file.id()));
        return files().get(file.id());
    }

    private LedgerFile answer(LedgerFile file) {
        FileName name = file.fileName();
        StreamName stream = (name == null
                        ? new StreamName(file.organisation() + "01", Environment.PN, "BCL")
                        : name.stream())
                .withType(file.findings().isEmpty() ? "BCR" : "FRJ");
        AnswerContent content = file.findings().isEmpty()
                ? FileResult.of(file, SNAPSHOT, outcomes(), home.sealed(file.digest()))
                : FileRejection.of(file);
        inTransaction(() -> {
            StreamLedger.NextAnswer next = new StreamLedger(jdbc).next(stream);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Rendered rendered = render(new AnswerHead(next.name(), 1234, clock.now()), content, bytes);
            Answer answer = new Answer(
                    file.id(),
                    next.sequence(),
                    next.name(),
                    file.organisation(),
                    1234,
                    clock.now(),
                    rendered.digest(),
                    rendered.size(),
                    false);
            answers().record(answer, rendered.reasons());
            answers().published(List.of(file.id()), clock.now());
            files().answered(file);
            write(outbound(answer), bytes.toByteArray());
            return answer;
        });
        return files().get(file.id());
    }

    public Path outbound(Answer answer) {
        return home.outbound(answer.organisation()).resolve(answer.name().toString());
    }

    public Path answerOf(LedgerFile file) {
        return outbound(answers().of(file.id()).orElseThrow());
    }

    private static Rendered render(AnswerHead head, AnswerContent content, ByteArrayOutputStream bytes) {
        try {
            return new AnswerRenderer().render(head, content, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void use(LedgerFile file) {
        FileName name = file.fileName();
        if (name != null) {
            StreamLedger streams = new StreamLedger(jdbc);
            streams.used(streams.inbound(name.stream()), name.number());
        }
    }

    private static Outcome outcome(LedgerFile file, RawGroup group, Decision decision) {
        Long first = file.firstCrn();
        Outcome outcome = decision.of(group.lines().get(0).number(), first == null ? 0 : first + group.ordinal());
        return file.isTest() ? new Outcome(outcome.line(), outcome.kind(), null, null, outcome.findings()) : outcome;
    }

    private NewContact contact(LedgerFile file, RawGroup group, Outcome outcome) {
        Content content = Objects.requireNonNull(ContactRules.content(parser.parse(group)), "it can be stored");
        Map<?, ?> contact = JSON.readValue(content.records().get(0).fields(), Map.class);
        Long crn = outcome.crn();
        return new NewContact(
                crn == null ? 0 : crn,
                file.organisation(),
                file.id(),
                outcome.line(),
                String.valueOf(contact.get("ORIGINATOR_REFERENCE")),
                String.valueOf(contact.get("CONTACT_CODE")),
                number(contact.get("METER_POINT_REFERENCE")),
                number(contact.get("PREVIOUS_CONTACT_REFERENCE")),
                content.digest(),
                clock.now(),
                content.records());
    }

    private static @Nullable Long number(@Nullable Object digits) {
        return digits == null ? null : (Long) Long.parseLong(digits.toString());
    }

    private void store(LedgerFile file, List<Outcome> outcomes, List<NewContact> contacts) {
        inTransaction(() -> {
            new Contacts(jdbc, bulk).insert(contacts);
            outcomes().insert(Map.of(file.id(), outcomes));
            return true;
        });
        outcomes.clear();
        contacts.clear();
    }

    private ScannedFile scan(LedgerFile file) {
        try {
            return new StructureScan(Integer.MAX_VALUE, Integer.MAX_VALUE).scan(home.sealed(file.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forEachGroup(LedgerFile file, Consumer<RawGroup> action) {
        ScannedFile scanned = scan(file);
        for (Part part : scanned.plan().parts()) {
            try (GroupReader reader = GroupReader.open(
                    home.sealed(file.digest()), part, scanned.plan().trailerLine())) {
                for (RawGroup group = reader.next(); group != null; group = reader.next()) {
                    action.accept(group);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = database.transactions().execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("work gives a result");
        }
        return result;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Home home() {
        return home;
    }

    public SettableClock clock() {
        return clock;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public TestDatabase database() {
        return database;
    }

    public FileLedger files() {
        return new FileLedger(jdbc);
    }

    public OutcomeLedger outcomes() {
        return new OutcomeLedger(jdbc, bulk);
    }

    public AnswerLedger answers() {
        return new AnswerLedger(jdbc);
    }

    public OperatorLedger operators() {
        return new OperatorLedger(jdbc);
    }

    public ContactSearch search() {
        return new ContactSearch(jdbc);
    }

    public Stores stores() {
        return new Stores(
                home,
                clock,
                files(),
                new PartLedger(jdbc),
                outcomes(),
                answers(),
                new StreamLedger(jdbc),
                operators(),
                new RunLedger(jdbc),
                new RerunLedger(jdbc),
                new Contacts(jdbc, bulk),
                search());
    }

    @Override
    public void close() {
        database.close();
    }
}

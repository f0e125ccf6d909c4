package bcl.reference;

import bcl.wire.Organisation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the files of the reference folder into force, each by itself: a refused one does not keep the other back. */
final class Loading {
    private final ReferenceTables tables;
    private final TransactionTemplate transactions;
    private final IndexFolder indexes;
    private final ReferenceSettings settings;
    private final Supplier<Instant> clock;

    Loading(
            ReferenceTables tables,
            TransactionTemplate transactions,
            IndexFolder indexes,
            ReferenceSettings settings,
            Supplier<Instant> clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.indexes = indexes;
        this.settings = settings;
        this.clock = clock;
    }

    /** One file's load; empty if it is in force already. */
    private interface Load {
        Attempt<Optional<Loaded>> from(SourceFile source) throws IOException;
    }

    List<Attempt<Optional<Loaded>>> take(Folder folder) throws IOException {
        List<Attempt<Optional<Loaded>>> attempts = new ArrayList<>();
        for (Refused misnamed : folder.misnamed()) {
            attempts.add(remembered(Attempt.notDone(misnamed), ""));
        }
        if (folder.organisations().isPresent()) {
            attempts.add(load(folder.organisations().get(), this::organisations));
        }
        if (folder.newest().isPresent()) {
            Folder.Dated newest = folder.newest().get();
            attempts.add(load(newest.path(), source -> snapshot(source, newest.date())));
        }
        return attempts;
    }

    private Attempt<Optional<Loaded>> load(Path path, Load load) throws IOException {
        try {
            SourceFile source = SourceFile.look(path);
            return remembered(load.from(source), source.digest());
        } catch (SourceUnreadable e) {
            return remembered(Attempt.notDone(e.refusal(path)), "");
        }
    }

    private Attempt<Optional<Loaded>> remembered(Attempt<Optional<Loaded>> attempt, String digest) {
        if (attempt instanceof Attempt.NotDone<Optional<Loaded>> notDone) {
            Refused refused = notDone.refused();
            tables.record(refused.file(), digest, false, refused.describe(), clock.get());
        }
        return attempt;
    }

    private Attempt<Optional<Loaded>> organisations(SourceFile source) throws IOException {
        Optional<ReferenceTables.Load> inForce = tables.organisationsLoad();
        if (inForce.isPresent() && inForce.get().digest().equals(source.digest())) {
            return Attempt.done(Optional.empty());
        }
        Attempt<List<Organisation>> read = OrganisationsFile.read(source);
        if (read instanceof Attempt.NotDone<List<Organisation>> notDone) {
            return Attempt.notDone(notDone.refused());
        }
        List<Organisation> organisations = ((Attempt.Done<List<Organisation>>) read).value();
        return inForce(source, organisations.size(), () -> tables.replaceOrganisations(organisations));
    }

    private Attempt<Optional<Loaded>> snapshot(SourceFile source, LocalDate date) throws IOException {
        Optional<Snapshot> same = tables.snapshotOf(date);
        if (same.isPresent() && !same.get().digest().equals(source.digest())) {
            return Attempt.notDone(
                    Refused.whole(
                            source.name(),
                            "a snapshot of this date was loaded before with other bytes. Give the corrected one a newer date."));
        }
        Optional<Snapshot> inForce = tables.inForce();
        if (inForce.isPresent() && inForce.equals(same)) {
            return Attempt.done(Optional.empty());
        }
        long smallest = inForce.map(now -> settings.smallest(now.rows())).orElse(0L);
        Attempt<Long> built = indexes.build(source, date, smallest);
        if (built instanceof Attempt.NotDone<Long> notDone) {
            return Attempt.notDone(notDone.refused());
        }
        long rows = ((Attempt.Done<Long>) built).value();
        return inForce(source, rows, () -> tables.putInForce(date, source.digest(), rows, clock.get()));
    }

    private Attempt<Optional<Loaded>> inForce(SourceFile source, long rows, Runnable change) {
        transactions.executeWithoutResult(status -> {
            change.run();
            tables.record(source.name(), source.digest(), true, rows + " rows", clock.get());
        });
        return Attempt.done(Optional.of(new Loaded(source.name(), source.digest(), rows)));
    }
}

package bcl.shift;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.NightRequest;
import bcl.commands.SampleNightRequest;
import bcl.commands.Session;
import bcl.jobs.Stores;
import bcl.ledger.LedgerFile;
import bcl.ledger.Quarantined;
import bcl.wire.Reason;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The newcomer's night: lays a choice of the sample files into a fresh home, runs a whole night on them and tells what came of
 * it. Runs at any hour, since nobody's contacts are at stake.
 */
@Component
final class SampleNightHandler implements Handler<SampleNightRequest> {
    private static final int COMMONEST = 8;

    private final NightHandler night;
    private final Stores stores;

    SampleNightHandler(NightHandler night, Stores stores) {
        this.night = night;
        this.stores = stores;
    }

    @Override
    public Class<SampleNightRequest> handles() {
        return SampleNightRequest.class;
    }

    @Override
    public ExitCode handle(SampleNightRequest request, Session session) {
        List<SampleFiles.Laid> laid;
        try {
            laid = SampleFiles.lay(
                    request.samples(), stores.home(), stores.clock().now());
        } catch (IOException e) {
            throw new EngineException(
                    "The sample files cannot be laid into " + stores.home().root(), e);
        }
        PrintStream out = session.out();
        out.println();
        out.println("A night on the sample files. What the senders had put into their inbound folders:");
        out.println();
        laid.forEach(file -> out.printf("  %-4s %-28s %s%n", file.organisation(), file.name(), file.shows()));
        out.println();
        NightRequest nightRequest =
                new NightRequest(request.home(), Optional.of("sample night in a fresh home"), Optional.empty());
        ExitCode code = night.handle(nightRequest, session);
        tellAnswers(out);
        tellReasons(out);
        tellNext(out);
        return code;
    }

    private void tellAnswers(PrintStream out) {
        out.println();
        out.printf(
                "  %-4s %-28s %8s %8s %8s  %s%n",
                "", "file", "accepted", "rejected", "repeated", "answer in outbound/");
        for (LedgerFile file : stores.files().all()) {
            String answer = stores.answers()
                    .of(file.id())
                    .map(each -> each.name().toString())
                    .orElse("-");
            out.printf(
                    "  %-4s %-28s %8s %8s %8s  %s%n",
                    file.organisation(),
                    file.name(),
                    count(file, file.totals().accepted()),
                    count(file, file.totals().rejected()),
                    count(file, file.totals().repeated()),
                    answer);
        }
        for (Quarantined file : stores.operators().quarantine()) {
            out.printf("  %-4s %-28s in quarantine: %s%n", file.folder(), file.name(), file.reason());
        }
    }

    private static String count(LedgerFile file, long contacts) {
        return file.findings().isEmpty() ? Long.toString(contacts) : "-";
    }

    private void tellReasons(PrintStream out) {
        out.println();
        out.println("The commonest reasons:");
        out.println();
        stores.answers().reasons().entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMMONEST)
                .forEach(entry -> out.printf(
                        "  %4d x %s  %s%n",
                        entry.getValue(), entry.getKey(), entry.getKey().text()));
    }

    private void tellNext(PrintStream out) {
        String home = stores.home().root().toString();
        out.println();
        out.println("The home of this night is " + home + "; the answers lie in sftp/AAA/outbound/ below it.");
        out.println("Try next:");
        out.println("  ./run.sh status --home " + home);
        out.println("  ./run.sh contact --home " + home + " 5000000001");
        out.println("  ./run.sh reconcile --home " + home);
        out.println("  ./run.sh help");
    }
}

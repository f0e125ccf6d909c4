package bcl.reports;

import bcl.commands.Actor;
import bcl.commands.TouchedRequest;
import bcl.commands.UsageException;
import bcl.interventions.FileDesk;
import bcl.ledger.AccessLedger;
import bcl.ledger.AccessLedger.Act;
import bcl.ledger.AccessLedger.Span;
import bcl.ledger.Run;
import bcl.ledger.RunLedger;
import bcl.ledger.Transfer;
import bcl.night.NightClock;
import bcl.night.UkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what somebody or something had to do with. */
@Component
final class TouchedDesk {
    private static final Pattern FILE = Pattern.compile("file ([0-9]{1,18}),.*");
    private static final Pattern CONTACT = Pattern.compile("contact ([0-9]{1,18})");
    private static final String INBOUND = "inbound/";
    private static final String OUTBOUND = "outbound/";

    private final AccessLedger access;
    private final RunLedger runs;
    private final FileDesk files;
    private final NightClock clock;

    TouchedDesk(AccessLedger access, RunLedger runs, FileDesk files, NightClock clock) {
        this.access = access;
        this.runs = runs;
        this.files = files;
        this.clock = clock;
    }

    /** @throws UsageException if there is no such run or file */
    Touched find(TouchedRequest request) {
        Span span = new Span(
                request.from().atStartOfDay(UkTime.ZONE).toInstant(),
                request.to().plusDays(1).atStartOfDay(UkTime.ZONE).toInstant());
        TouchedRequest.By by = request.by();
        if (by instanceof TouchedRequest.Organisation organisation) {
            return ofOrganisation(organisation.code(), span);
        }
        if (by instanceof TouchedRequest.Key key) {
            List<Transfer> transfers = access.transfersOfKey(key.fingerprint(), span);
            return ofTransfers(new TreeSet<>(), key.fingerprint(), transfers, span);
        }
        if (by instanceof TouchedRequest.Operator operator) {
            return ofOperator(operator.name(), span);
        }
        return by instanceof TouchedRequest.Run run
                ? ofRun(run.number())
                : ofFile(files.find(((TouchedRequest.Delivery) by).file()).id());
    }

    private Touched ofOrganisation(String code, Span span) {
        Set<Long> received = new TreeSet<>(access.received(code, span));
        return ofTransfers(received, code, access.transfersOfOrganisation(code, span), span);
    }

    /** What was sent is the first delivery of that name after it, what was collected the last answer before it. */
    private Touched ofTransfers(Set<Long> found, String who, List<Transfer> transfers, Span span) {
        Map<String, Map<String, NavigableMap<Instant, Long>>> deliveries = new HashMap<>();
        Map<String, Map<String, NavigableMap<Instant, Long>>> answers = new HashMap<>();
        Set<String> unknown = new TreeSet<>();
        for (Transfer each : transfers) {
            boolean sent = each.name().startsWith(INBOUND);
            String name = each.name().substring((sent ? INBOUND : OUTBOUND).length());
            Map<String, NavigableMap<Instant, Long>> named = sent
                    ? deliveries.computeIfAbsent(each.organisation(), access::deliveries)
                    : answers.computeIfAbsent(each.organisation(), access::answers);
            NavigableMap<Instant, Long> times = named.get(name);
            // A file may be taken while its sender still writes it.
            Map.Entry<Instant, Long> file = times == null
                    ? null
                    : sent ? times.ceilingEntry(each.at().minusSeconds(1)) : times.floorEntry(each.at());
            if (file != null) {
                found.add(file.getValue());
            } else {
                unknown.add(each.organisation() + "/" + each.name());
            }
        }
        return new Touched(found, null, Set.of(), unknown, access.logins(who, span), transfers, List.of());
    }

    private Touched ofOperator(String name, Span span) {
        String overHttp = Actor.overHttp(name);
        Set<Long> found = new TreeSet<>();
        Set<Long> crns = new TreeSet<>(access.resolved(name, overHttp, span));
        List<Act> acts = access.acts(name, overHttp, span);
        for (Act act : acts) {
            Matcher file = FILE.matcher(act.subject());
            if (file.matches()) {
                found.add(Long.parseLong(file.group(1)));
            }
            Matcher contact = CONTACT.matcher(act.subject());
            if (contact.matches()) {
                crns.add(Long.parseLong(contact.group(1)));
            }
        }
        return new Touched(found, null, crns, Set.of(), List.of(), List.of(), acts);
    }

    /** With the program that ran, since its rules decided. */
    private static Act act(Run run, String did) {
        String reason = run.start().overrideReason();
        String program = run.start().program();
        return new Act(
                run.start().startedAt(),
                run.start().holder(),
                run.start().command(),
                "run " + run.id() + " by program " + (program == null ? "unknown" : program) + did,
                reason == null ? "" : reason,
                String.valueOf(run.detail()));
    }

    private Touched ofRun(long number) {
        Run run = runs.find(number).orElseThrow(() -> new UsageException("There is no run " + number));
        Instant ended = run.endedAt();
        Instant before = (ended == null ? clock.now() : ended).plusMillis(1);
        Span span = new Span(run.start().startedAt(), before);
        return Touched.files(access.decided(number, span), number, List.of(act(run, "")));
    }

    /** With the runs that judged it: several, if the window closed or something failed in the middle. */
    private Touched ofFile(long file) {
        List<Act> judges = new ArrayList<>();
        access.judges(file)
                .forEach((number, judged) ->
                        runs.find(number).ifPresent(run -> judges.add(act(run, " judged " + judged + " contacts"))));
        return Touched.files(List.of(file), null, judges);
    }
}

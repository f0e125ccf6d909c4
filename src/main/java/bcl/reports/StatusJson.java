package bcl.reports;

import bcl.ledger.FileSummary;
import bcl.ledger.LedgerFile;
import bcl.ledger.Overview;
import bcl.ledger.Quarantined;
import bcl.ledger.Running;
import bcl.night.Forecast;
import java.io.PrintStream;

/** {@code status --json}, with the keys that docs/commands.md names. All files are in it, streamed. */
final class StatusJson {
    private StatusJson() {}

    static void write(StatusReport report, Overview overview, PrintStream out) {
        try (Json json = Json.on(out)) {
            json.array("files", () -> overview.forEachFile(each -> json.object(() -> file(each, json))));
            json.number("contacts", report.contacts());
            json.object(
                    "rejectionsByCode",
                    () -> report.reasons().forEach((reason, count) -> {
                        if (!reason.isWarning()) {
                            json.number(reason.name(), count);
                        }
                    }));
            Running running = report.running();
            if (running == null) {
                json.nothing("running");
            } else {
                json.object("running", () -> running(running, json));
            }
            json.array("gaps", () -> report.gaps().forEach(gap -> json.object(() -> gap(gap, json))));
            json.array(
                    "quarantine",
                    () -> report.quarantine().forEach(each -> json.object(() -> quarantined(each, json))));
            json.array("next", () -> report.next().forEach(json::text));
            Forecast forecast = report.forecast();
            if (forecast != null) {
                json.object("forecast", () -> forecast(forecast, json));
            }
        }
    }

    private static void file(FileSummary summary, Json json) {
        LedgerFile file = summary.file();
        json.number("number", file.id()).text("name", file.name()).text("organisation", file.organisation());
        json.text("state", file.state().name()).number("contacts", summary.contacts());
        json.number("accepted", file.totals().accepted())
                .number("rejected", file.totals().rejected())
                .number("repeated", file.totals().repeated());
        json.text("answer", summary.answer()).text("reason", FileReasons.of(summary));
    }

    private static void forecast(Forecast forecast, Json json) {
        json.instant("windowOpens", forecast.window().opens())
                .instant("windowCloses", forecast.window().closes());
        json.instant("begins", forecast.begins()).instant("done", forecast.done());
        json.array("late", () -> forecast.allLate().forEach(number -> json.text(Long.toString(number))));
        json.number("keptBack", forecast.left().keptBack()).text("told", forecast.line());
    }

    private static void running(Running running, Json json) {
        json.number("run", running.run()).text("holder", running.holder());
        json.instant("since", running.startedAt()).instant("windowCloses", running.closes());
        json.text("overrideReason", running.overrideReason());
    }

    private static void gap(Gap gap, Json json) {
        json.text("stream", gap.stream()).number("from", gap.from()).number("to", gap.to());
        json.number("before", gap.before()).instant("at", gap.at());
    }

    private static void quarantined(Quarantined file, Json json) {
        json.text("folder", file.folder()).text("name", file.name()).text("storedAs", file.storedAs());
        json.number("size", file.size()).text("digest", file.digest());
        json.text("reason", file.reason()).instant("at", file.at());
    }
}

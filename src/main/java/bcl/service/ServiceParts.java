package bcl.service;

import bcl.channel.CallsThatStop;
import bcl.channel.HolderReception;
import bcl.channel.Reception;
import bcl.commandline.CommandTree;
import bcl.commands.Engine;
import bcl.commands.EngineSettings;
import bcl.commands.ServeRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.http.Check;
import bcl.http.HttpParts;
import bcl.http.HttpServer;
import bcl.jobs.Stores;
import bcl.reports.ValidateFiles;
import bcl.shift.DayReference;
import bcl.shift.Forecasts;
import bcl.startup.HomeSettings;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What a service is made of; nothing of it exists before a service is asked for. */
@Component
final class ServiceParts {
    private final ApplicationContext context;
    private final EngineSettings settings;
    private final Stores stores;
    private final ObjectProvider<Engine> engine;

    ServiceParts(ApplicationContext context, EngineSettings settings, Stores stores, ObjectProvider<Engine> engine) {
        this.context = context;
        this.settings = settings;
        this.stores = stores;
        this.engine = engine;
    }

    Stores stores() {
        return stores;
    }

    DayIntake intake() {
        return context.getBean(DayIntake.class);
    }

    DailyActs daily() {
        return context.getBean(DailyActs.class);
    }

    DatabaseWatch database() {
        return context.getBean(DatabaseWatch.class);
    }

    SftpService sftp() {
        return context.getBean(SftpService.class);
    }

    DayReference reference() {
        return context.getBean(DayReference.class);
    }

    Forecasts forecasts() {
        return context.getBean(Forecasts.class);
    }

    /** Health, metrics and the commands over HTTP. */
    HttpServer openHttp(ServeRequest request, Session session) {
        ServiceHealth health = context.getBean(ServiceHealth.class);
        Reception reception = new HolderReception(
                request, settings.home(), new CallsThatStop(engine.getObject(), session.stop()), CommandTree::read);
        HttpParts parts = new HttpParts(
                settings.http().address().orElse(""),
                settings.http().port(),
                ApiToken.of(settings.home()),
                new HttpCommands(reception, new ValidateFiles(settings::limits, stores.clock()), settings.home()),
                checks(health.checks()),
                context.getBean(ServiceFigures.class));
        try {
            return HttpServer.open(parts, HomeSettings.environment(settings.home()));
        } catch (UncheckedIOException e) {
            throw new UsageException(
                    "HTTP cannot listen: " + e.getMessage() + ". Free the port, or set bcl.http.port or"
                            + " bcl.http.address; nothing was done",
                    e);
        }
    }

    private Map<String, Supplier<Check>> checks(Map<String, Supplier<Check>> ofEngine) {
        Map<String, Supplier<Check>> all = new HashMap<>(ofEngine);
        all.put("sftp", sftp()::check);
        return all;
    }
}

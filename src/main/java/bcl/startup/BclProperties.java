package bcl.startup;

import bcl.commands.EngineSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/** The keys below {@code bcl.} as they are written; {@link SettingsCheck} turns them into {@link EngineSettings}. */
@ConfigurationProperties("bcl")
record BclProperties(
        @DefaultValue Window window,
        @DefaultValue LimitKeys limits,
        @DefaultValue Map<String, Code> codes,
        @DefaultValue Intake intake,
        @DefaultValue Reference reference,
        @DefaultValue Night night,
        @DefaultValue Sftp sftp,
        @DefaultValue Http http,
        @DefaultValue Retention retention,
        @DefaultValue Daily daily) {

    record Retention(
            @DefaultValue("never") String content,
            @DefaultValue("never") String answers,
            @DefaultValue("never") String quarantine,
            @DefaultValue("keep") String openContacts) {}

    record Daily(
            @DefaultValue("true") boolean reconcile,

            @DefaultValue("10m") @DurationUnit(ChronoUnit.SECONDS)
            Duration delay) {}

    /** Texts, since YAML reads an unquoted 22:00 as a number. */
    record Window(
            @DefaultValue("00:00") String opens,
            @DefaultValue("07:00") String closes) {}

    record LimitKeys(
            @DefaultValue("10000") long contactsPerFile,
            @DefaultValue("64MB") DataSize fileSize) {}

    record Code(@DefaultValue("") String filesFrom) {}

    record Intake(
            @DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS)
            Duration quietPeriod,

            @DefaultValue("1h") @DurationUnit(ChronoUnit.SECONDS)
            Duration incompleteAfter) {}

    record Reference(@DefaultValue("50%") String smallestShare) {}

    record Night(
            @DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS)
            Duration lease,

            @DefaultValue("128KB") DataSize smallFile,
            @DefaultValue("250") int filesPerChunk,
            @DefaultValue("5000") int contactsPerChunk,
            @DefaultValue("25000") int contactsPerPart,
            @DefaultValue("2") int workers,

            @DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS)
            Duration turn) {}

    record Sftp(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("2222") int port,
            @DefaultValue("") String address,
            @DefaultValue("200") int sessions,
            @DefaultValue("10") int sessionsPerOrganisation,
            @DefaultValue("20") int sessionsPerAddress,
            @DefaultValue("4") int channels,
            @DefaultValue("64") int handles,
            @DefaultValue("3") int tries,

            @DefaultValue("30s") @DurationUnit(ChronoUnit.SECONDS)
            Duration loginTime,

            @DefaultValue("10m") @DurationUnit(ChronoUnit.SECONDS)
            Duration idleTime,

            @DefaultValue("20GB") DataSize bytesADay,
            @DefaultValue("10GB") DataSize inboundBytes,
            @DefaultValue("20000") int inboundFiles,
            @DefaultValue("3") int freeFailures,

            @DefaultValue("2s") @DurationUnit(ChronoUnit.SECONDS)
            Duration delay,

            @DefaultValue("12") int banAfter,

            @DefaultValue("15m") @DurationUnit(ChronoUnit.SECONDS)
            Duration banTime,

            @DefaultValue("30m") @DurationUnit(ChronoUnit.SECONDS)
            Duration failuresForgotten) {}

    record Http(
            @DefaultValue("8080") int port,
            @DefaultValue("127.0.0.1") String address) {}
}

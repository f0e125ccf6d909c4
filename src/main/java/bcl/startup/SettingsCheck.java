package bcl.startup;

import bcl.commands.EngineSettings;
import bcl.commands.Times;
import bcl.commands.UsageException;
import bcl.jobs.NightSettings;
import bcl.night.WindowSettings;
import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.Home;
import bcl.wire.Limits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what the settings say; each refusal names the key, the value and what is expected. */
final class SettingsCheck {
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?) ?%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SettingsCheck() {}

    static EngineSettings check(Home home, EngineSettings.Database database, BclProperties keys) {
        return new EngineSettings(
                home,
                database,
                window(keys.window()),
                limits(keys),
                new EngineSettings.Intake(
                        notNegative("intake.quiet-period", keys.intake().quietPeriod()),
                        notNegative("intake.incomplete-after", keys.intake().incompleteAfter())),
                new EngineSettings.Reference(share(keys.reference().smallestShare())),
                atLeastASecond("night.lease", keys.night().lease()),
                night(keys.night()),
                sftp(keys.sftp()),
                listener("http.port", keys.http().address(), keys.http().port()),
                RetentionKeys.check(keys.retention()),
                new EngineSettings.Daily(
                        keys.daily().reconcile(),
                        notNegative("daily.delay", keys.daily().delay())));
    }

    static Limits limits(BclProperties keys) {
        return new Limits(
                atLeast(1, "limits.contacts-per-file", keys.limits().contactsPerFile()),
                atLeast(1, "limits.file-size", keys.limits().fileSize().toBytes()),
                codes(keys.codes()));
    }

    private static WindowSettings window(BclProperties.Window keys) {
        LocalTime opens = time("window.opens", keys.opens());
        LocalTime closes = time("window.closes", keys.closes());
        if (opens.equals(closes)) {
            throw refused("window.closes", keys.closes(), "another time than bcl.window.opens");
        }
        return new WindowSettings(opens, closes);
    }

    private static LocalTime time(String key, String value) {
        try {
            return Times.hoursAndMinutes(value);
        } catch (DateTimeException e) {
            throw refused(key, value, "a time HH:MM from 00:00 to 23:59", e);
        }
    }

    private static Map<String, LocalDate> codes(Map<String, BclProperties.Code> keys) {
        Map<String, LocalDate> dates = new HashMap<>();
        keys.forEach((spelling, code) -> {
            String key = "codes." + spelling + ".files-from";
            ContactCode known = ContactCodes.find(spelling.toUpperCase(Locale.ROOT));
            if (known == null) {
                throw new UsageException("Setting bcl.codes." + spelling + ": there is no contact code "
                        + spelling.toUpperCase(Locale.ROOT));
            }
            if (dates.put(known.code(), date(key, code.filesFrom())) != null) {
                throw refused(key, code.filesFrom(), "one setting for " + known.code() + ", not two");
            }
        });
        return dates;
    }

    private static LocalDate date(String key, String value) {
        if ("never".equals(value)) {
            return LocalDate.MAX;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw refused(key, value, "a date YYYY-MM-DD, or never", e);
        }
    }

    private static BigDecimal share(String value) {
        Matcher m = PERCENT.matcher(value);
        BigDecimal percent = m.matches() ? new BigDecimal(m.group(1)) : HUNDRED.add(BigDecimal.ONE);
        if (percent.compareTo(HUNDRED) > 0) {
            throw refused("reference.smallest-share", value, "0% to 100%");
        }
        return percent.movePointLeft(2);
    }

    private static long atLeast(long least, String key, long value) {
        if (value < least) {
            throw refused(key, Long.toString(value), "at least " + least);
        }
        return value;
    }

    private static Duration notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw refused(key, value.toString(), "no negative duration");
        }
        return value;
    }

    private static Duration atLeastASecond(String key, Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0) {
            throw refused(key, value.toString(), "at least 1s");
        }
        return value;
    }

    private static NightSettings night(BclProperties.Night keys) {
        return new NightSettings(
                atLeast(0, "night.small-file", keys.smallFile().toBytes()),
                (int) atLeast(1, "night.files-per-chunk", keys.filesPerChunk()),
                (int) atLeast(1, "night.contacts-per-chunk", keys.contactsPerChunk()),
                (int) atLeast(1, "night.contacts-per-part", keys.contactsPerPart()),
                (int) atLeast(1, "night.workers", keys.workers()),
                atLeastASecond("night.turn", keys.turn()));
    }

    private static EngineSettings.Sftp sftp(BclProperties.Sftp keys) {
        listener("sftp.port", keys.address(), keys.port());
        return SftpKeys.check(keys);
    }

    private static EngineSettings.Listener listener(String key, String address, int port) {
        if (port < 0 || port > 65_535) {
            throw refused(key, Integer.toString(port), "a port, 0 to 65535");
        }
        return new EngineSettings.Listener(Optional.of(address).filter(text -> !text.isBlank()), port);
    }

    static UsageException refused(String key, String value, String expected) {
        return new UsageException(text(key, value, expected));
    }

    static UsageException refused(String key, String value, String expected, Throwable cause) {
        return new UsageException(text(key, value, expected), cause);
    }

    private static String text(String key, String value, String expected) {
        return "Setting bcl." + key + " is '" + value + "', but " + expected + " is expected";
    }
}

package bcl.startup;

import bcl.commands.EngineSettings;
import bcl.commands.UsageException;
import bcl.sftp.SftpSettings;

/** Checks the settings below {@code bcl.sftp}. */
final class SftpKeys {
    private SftpKeys() {}

    static EngineSettings.Sftp check(BclProperties.Sftp keys) {
        try {
            return new EngineSettings.Sftp(
                    keys.enabled(),
                    new SftpSettings(
                            keys.address().strip(), keys.port(), sessions(keys), quotas(keys), penalties(keys)));
        } catch (IllegalArgumentException e) {
            throw new UsageException("Setting " + e.getMessage(), e);
        }
    }

    private static SftpSettings.Sessions sessions(BclProperties.Sftp keys) {
        return new SftpSettings.Sessions(
                keys.sessions(),
                keys.sessionsPerOrganisation(),
                keys.sessionsPerAddress(),
                keys.channels(),
                keys.handles(),
                keys.tries(),
                keys.loginTime(),
                keys.idleTime());
    }

    private static SftpSettings.Quotas quotas(BclProperties.Sftp keys) {
        return new SftpSettings.Quotas(
                keys.bytesADay().toBytes(), keys.inboundBytes().toBytes(), keys.inboundFiles());
    }

    private static SftpSettings.Penalties penalties(BclProperties.Sftp keys) {
        return new SftpSettings.Penalties(
                keys.freeFailures(), keys.delay(), keys.banAfter(), keys.banTime(), keys.failuresForgotten());
    }
}

package bcl.generate;

/**
 * What was made.
 *
 * @param records lines between header and trailer, of all files
 * @param faulty contacts that got a fault; some faults are warnings, and those contacts are accepted
 * @param faultyFiles files that are rejected whole
 * @param bytes of all files
 */
public record Generated(
        int organisations,
        long meterPoints,
        int files,
        long contacts,
        long records,
        long faulty,
        int faultyFiles,
        long bytes) {}

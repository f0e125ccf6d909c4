package bcl.ledger;

import java.time.Duration;

/**
 * What a run has done so far and how long it took, by the two ways in which files are decided; what a forecast is made from.
 *
 * @param smallFiles files that were decided many at a time, and answered
 * @param largeContacts contacts of large files
 */
public record Worked(long smallFiles, Duration smallTime, long largeContacts, Duration largeTime) {
    public static final Worked NOTHING = new Worked(0, Duration.ZERO, 0, Duration.ZERO);

    public Worked plusSmall(long files, Duration time) {
        return new Worked(smallFiles + files, smallTime.plus(time), largeContacts, largeTime);
    }

    public Worked plusLarge(long contacts, Duration time) {
        return new Worked(smallFiles, smallTime, largeContacts + contacts, largeTime.plus(time));
    }

    public Worked plus(Worked other) {
        return plusSmall(other.smallFiles, other.smallTime).plusLarge(other.largeContacts, other.largeTime);
    }
}

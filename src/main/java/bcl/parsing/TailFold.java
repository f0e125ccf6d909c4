package bcl.parsing;

import bcl.wire.GroupTail;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lines of an overlong group that are not kept into what they still decide, in constant memory and without parsing
 * more than three fields: a file may be one group of millions of lines. For one thread.
 */
final class TailFold {
    private static final RecordLayout ADDRESS = Layouts.inbound().get("L02");
    private static final RecordLayout METER = Layouts.inbound().get("L04");
    private static final RecordLayout REQUEST = Layouts.inbound().get("L06");

    private @Nullable OneField addressType;
    private @Nullable OneField dials;
    private @Nullable OneField requestedStatus;

    private Set<String> ids = new HashSet<>();
    private Set<String> addressTypes = new HashSet<>();
    private boolean everyAddressTypePassed = true;
    private long largestDials;
    private boolean everyDialsGiven = true;
    private Set<String> requestedStatuses = new HashSet<>();

    void add(LineReader line) {
        RecordLayout layout = RecordId.layout(line.bytes(), line.start(), line.length());
        if (layout == null) {
            return;
        }
        ids.add(layout.id());
        if (layout.id().equals(ADDRESS.id())) {
            addAddress(line);
        } else if (layout.id().equals(METER.id()) && everyDialsGiven) {
            // Once one gives none, the others decide nothing any more.
            addMeter(line);
        } else if (layout.id().equals(REQUEST.id())) {
            addRequest(line);
        }
    }

    private void addAddress(LineReader line) {
        if (addressType == null) {
            addressType = new OneField(ADDRESS, "ADDRESS_TYPE");
        }
        Object type = addressType.of(line);
        if (type == null) {
            everyAddressTypePassed = false;
        } else {
            addressTypes.add((String) type);
        }
    }

    private void addMeter(LineReader line) {
        if (dials == null) {
            dials = new OneField(METER, "NUMBER_OF_DIALS_OR_DIGITS");
        }
        Object number = dials.of(line);
        if (number == null) {
            everyDialsGiven = false;
        } else {
            largestDials = Math.max(largestDials, (Long) number);
        }
    }

    private void addRequest(LineReader line) {
        if (requestedStatus == null) {
            requestedStatus = new OneField(REQUEST, "REQUESTED_STATUS");
        }
        Object status = requestedStatus.of(line);
        if (status != null) {
            requestedStatuses.add((String) status);
        }
    }

    /** What the lines since the last call decide. */
    GroupTail take() {
        if (ids.isEmpty()) {
            return GroupTail.NONE;
        }
        GroupTail tail = new GroupTail(
                ids, addressTypes, everyAddressTypePassed, largestDials, everyDialsGiven, requestedStatuses);
        ids = new HashSet<>();
        addressTypes = new HashSet<>();
        everyAddressTypePassed = true;
        largestDials = 0;
        everyDialsGiven = true;
        requestedStatuses = new HashSet<>();
        return tail;
    }
}

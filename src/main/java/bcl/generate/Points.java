package bcl.generate;

import java.util.List;

/**
 * The meter points of the snapshot: a function of their index, so that millions need no memory. Index = (place * SLOTS + slot) *
 * shippers + shipper, and the slot says status and class. MPRNs ascend with the index, with gaps between them.
 */
final class Points {
    /** MPRNs have ten digits, and the last tenth of them is known to no snapshot. */
    static final long MOST = 80_000_000;

    static final int SLOTS = 20;

    /** Live points of classes 2 to 4, which most codes are about. */
    static final Slots LIVE = new Slots(0, 15);

    static final Slots CLASS_ONE = new Slots(15, 1);
    static final Slots DEAD = new Slots(16, 1);
    static final Slots CAPPED = new Slots(17, 1);

    private static final long FIRST = 10_000_000;
    private static final long UNKNOWN = FIRST + MOST;
    private static final long UNKNOWNS = 10_000_000;

    /** Larger than any number of points, and prime: stepping by it visits every one once before it comes round. */
    private static final long PRIME = 2_654_435_761L;

    private final long seed;
    private final long count;
    private final List<String> shippers;
    private final List<String> networks;

    /** A run of slots. */
    record Slots(int first, int count) {}

    Points(long seed, long count, Companies companies) {
        this.seed = seed;
        this.count = count;
        this.shippers = companies.shippers();
        this.networks = companies.networks();
    }

    long count() {
        return count;
    }

    /** How many points of these slots a shipper has at least. */
    long ofShipper(Slots slots) {
        return places() * slots.count();
    }

    /**
     * The n-th point of a shipper in these slots, in an order that jumps over the whole portfolio; all are different.
     *
     * @param salt gives another order
     */
    long ofShipper(int shipper, Slots slots, long n, int salt) {
        long all = ofShipper(slots);
        long jumped = (n % all * PRIME + Math.floorMod(Dice.mix(seed ^ salt), all)) % all;
        long slot = slots.first() + jumped % slots.count();
        return (jumped / slots.count() * SLOTS + slot) * shippers.size() + shipper;
    }

    private long places() {
        return count / ((long) SLOTS * shippers.size());
    }

    long any(Dice dice) {
        return (dice.next() >>> 1) % count;
    }

    String mprn(long index) {
        long step = MOST / count;
        return checked(FIRST + index * step + (Dice.mix(seed ^ index) >>> 1) % step);
    }

    /** The n-th number that no snapshot holds. */
    static String unknown(long n) {
        return checked(UNKNOWN + n % UNKNOWNS);
    }

    /** Eight digits with their two check digits (interface, section 4). */
    private static String checked(long digits) {
        int sum = 0;
        int weight = 1;
        for (long rest = digits; rest > 0; rest /= 10) {
            sum += (int) (rest % 10) * weight++;
        }
        int check = sum % 11;
        return digits + (check < 10 ? "0" : "") + check;
    }

    int shipper(long index) {
        return (int) (index % shippers.size());
    }

    String shipperCode(long index) {
        return shippers.get(shipper(index));
    }

    String networkCode(long index) {
        return networks.get(shipper(index) % networks.size());
    }

    /** A shipper whose points lie in this network, or -1. */
    int shipperIn(String network) {
        int at = networks.indexOf(network);
        return at < shippers.size() ? at : -1;
    }

    int shipperNumber(String code) {
        return shippers.indexOf(code);
    }

    private int slot(long index) {
        return (int) (index / shippers.size() % SLOTS);
    }

    String status(long index) {
        boolean even = index / ((long) shippers.size() * SLOTS) % 2 == 0;
        return switch (slot(index)) {
            case 16 -> "DE";
            case 17 -> even ? "CA" : "CL";
            case 18 -> even ? "PL" : "EX";
            default -> "LI";
        };
    }

    int meterClass(long index) {
        return switch (slot(index)) {
            case 15 -> 1;
            case 14 -> 2;
            case 12, 13 -> 3;
            default -> 4;
        };
    }

    boolean isDomestic(long index) {
        return slot(index) < 12;
    }

    /** kWh; domestic points stay below the 73,200 of ADJ00002. */
    long aq(long index) {
        long random = Dice.mix(seed + index) >>> 40;
        return isDomestic(index) ? 1_000 + random % 60_000 : 73_200 + random;
    }

    /** Empty for a few. */
    String serial(long index) {
        return Dice.mix(seed - index) % 50 == 0 ? "" : "G4A" + (1_000_000_000L + index);
    }
}

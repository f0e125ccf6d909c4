package bcl.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The rows of a meter point snapshot, checked one by one and handed to the sorter. */
final class MeterPointRows {
    static final List<String> COLUMNS =
            List.of("mprn", "shipper", "network", "status", "class", "market_sector", "aq_kwh", "meter_serial");

    private static final int MPRN = 0;
    private static final int SHIPPER = 1;
    private static final int NETWORK = 2;
    private static final int STATUS = 3;
    private static final int CLASS = 4;
    private static final int MARKET_SECTOR = 5;
    private static final int AQ = 6;
    private static final int SERIAL = 7;

    /** Section 5 of the interface: an AQ below this is low (ADJ00002). */
    private static final long LOW_AQ_KWH = 73_200;

    private static final int LONGEST_SERIAL = 40;
    private static final byte[] NO_SERIAL = {};

    private final RunSorter sorter;

    MeterPointRows(RunSorter sorter) {
        this.sorter = sorter;
    }

    void take(Row row) throws IOException {
        if (row.line() > RunSorter.LAST_LINE) {
            row.wrong(MPRN, "the file has more lines than " + RunSorter.LAST_LINE);
            return;
        }
        long mprn = mprn(row);
        int shipper = ShortCodes.number(row.value(SHIPPER));
        if (shipper == ShortCodes.NOT_A_CODE) {
            row.wrong(SHIPPER, "is neither empty nor " + ShortCodes.FORM);
        }
        int network = ShortCodes.number(row.value(NETWORK));
        if (network <= ShortCodes.NONE) {
            row.wrong(NETWORK, "is not " + ShortCodes.FORM);
        }
        int status = PackedPoint.STATUSES.indexOf(row.value(STATUS));
        if (status < 0) {
            row.wrong(STATUS, "is none of LI DE CA CL PL EX");
        }
        int meterClass = meterClass(row);
        boolean lowAq = aq(row) < LOW_AQ_KWH;
        byte[] serial = serial(row);
        if (row.isGood()) {
            long packed = PackedPoint.pack(mprn, shipper, network, status, meterClass, lowAq, serial.length);
            sorter.add(mprn, row.line(), packed, serial);
        }
    }

    private static long mprn(Row row) {
        long mprn = WholeNumber.parse(row.value(MPRN), 10);
        if (mprn <= 0) {
            row.wrong(MPRN, "is not a number of 1 to 10 digits");
        }
        return mprn;
    }

    private static int meterClass(Row row) {
        String text = row.value(CLASS);
        int number = text.length() == 1 ? text.charAt(0) - '0' : 0;
        if (number < 1 || number > 4) {
            row.wrong(CLASS, "is not 1 to 4");
        }
        String sector = row.value(MARKET_SECTOR);
        if (!sector.equals("D") && !sector.equals("I")) {
            row.wrong(MARKET_SECTOR, "is neither D nor I");
        }
        return number;
    }

    private static long aq(Row row) {
        long aq = WholeNumber.parse(row.value(AQ), 18);
        if (aq < 0) {
            row.wrong(AQ, "is not a whole number of kWh");
        }
        return aq;
    }

    private static byte[] serial(Row row) {
        String text = row.value(SERIAL).strip();
        if (text.isEmpty()) {
            return NO_SERIAL;
        }
        byte[] serial = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        if (text.length() > LONGEST_SERIAL || serial.length > PackedPoint.LONGEST_SERIAL) {
            row.wrong(SERIAL, "is longer than " + LONGEST_SERIAL + " characters");
        }
        return serial;
    }
}

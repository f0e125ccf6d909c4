package bcl.validation;

import java.util.ArrayList;
import java.util.List;

/** Lines of records without a fault, to build groups from. */
final class Lines {
    static final String L05 = "L05,20230101,4711,A,,";
    static final String L08 = "L08,20220101,20221231,8760,TM,,EXS";
    static final String L12 = "L12,1,SEEN ON SITE";

    private Lines() {}

    static String contact(String code, String mprn, String serial) {
        return "L01,REF/1," + code + "," + mprn + "," + serial + ",D,,T EXAMPLE,01632 960123,,20230220";
    }

    static String contact(String code) {
        return contact(code, Long.toString(Situation.OWN), "");
    }

    static String enquiry() {
        return contact("ENQ", "", "");
    }

    static String address(String type) {
        return "L02," + type + ",,,,12,,,HIGH STREET,,SOLIHULL,,B91,3AA,";
    }

    static String meter(String dials) {
        return "L04,G4A1,,,2021,U," + dials + ",N,32,F,20220915";
    }

    static String request(String status, String gas) {
        return "L06," + status + ",IE,,N," + gas;
    }

    static String related(long mprn) {
        return "L10," + mprn + ",P,A,20230101";
    }

    static String adjustment(String start, String end) {
        return "L09," + start + "," + end + ",-1500,IR,";
    }

    /** A child record of any type, without a fault. */
    static String child(String id, String addressType, String requestedStatus) {
        return switch (id) {
            case "L02" -> address(addressType);
            case "L03" -> "L03,MS,B OCCUPIER,0121 496 0456,,";
            case "L04" -> meter("5");
            case "L05" -> L05;
            case "L06" -> request(requestedStatus, requestedStatus.equals("DE") ? "N" : "Y");
            case "L07" -> "L07," + Situation.OTHER + ",,";
            case "L08" -> L08;
            case "L09" -> adjustment("20220101", "20221231");
            case "L10" -> related(Situation.OTHER);
            case "L11" -> "L11,QRS01.PN000007.BCL,20230101";
            case "L12" -> L12;
            default -> throw new IllegalArgumentException(id);
        };
    }

    static List<String> times(int count, String line) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line);
        }
        return lines;
    }

    static String[] group(String contact, List<String> children) {
        List<String> lines = new ArrayList<>();
        lines.add(contact);
        lines.addAll(children);
        return lines.toArray(String[]::new);
    }
}

package bcl.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What fields are filled with. Nobody's real data: telephone numbers and domains are those reserved for examples. */
final class Words {
    private static final List<String> NAMES = List.of(
            "A REQUESTOR",
            "B OCCUPIER",
            "C O'NEILL",
            "D SMITH-JONES",
            "E TENANT",
            "F LANDLORD",
            "G KEYHOLDER",
            "H PATEL");
    private static final List<String> STREETS = List.of(
            "HIGH STREET", "STATION ROAD", "CHURCH LANE", "MILL LANE", "VICTORIA ROAD", "GREEN LANE", "KING STREET");
    private static final List<String> TOWNS =
            List.of("SOLIHULL", "LEEDS", "BRISTOL", "CARDIFF", "EDINBURGH", "NORWICH", "DERBY", "EXETER");
    private static final List<String> OUTCODES = List.of("B91", "LS1", "BS8", "CF10", "EH1", "NR2", "DE1", "EX4");
    private static final List<String> NARRATIVES = List.of(
            "METER FITTED, NO MPRN FOUND FOR THE ADDRESS",
            "SITE VISITED, OCCUPIER SAYS \"NO SUPPLY SINCE MAY\"",
            "PLEASE CHECK AGAINST THE SITE PLAN",
            "CUSTOMER DISPUTES THE CONSUMPTION SINCE THE LAST READ");
    private static final int DAYS = 1000;

    private final Dice dice;
    private final List<String> dates = new ArrayList<>();

    Words(Dice dice, LocalDate last) {
        this.dice = dice;
        for (int i = 0; i < DAYS; i++) {
            dates.add(DateTimeFormatter.BASIC_ISO_DATE.format(last.minusDays(i)));
        }
    }

    Dice dice() {
        return dice;
    }

    String name() {
        return dice.oneOf(NAMES);
    }

    String telephone() {
        return "01632 96" + (1000 + dice.below(9000));
    }

    String email() {
        return "requests" + dice.below(1000) + "@example.com";
    }

    String street() {
        return dice.oneOf(STREETS);
    }

    String narrative() {
        return dice.oneOf(NARRATIVES);
    }

    /** A day of the last years before the data's date. */
    String date() {
        return dates.get(dice.below(DAYS));
    }

    /** Start and end of a period of at least a day. */
    List<String> period() {
        int end = dice.below(DAYS / 2);
        return List.of(dates.get(end + 1 + dice.below(DAYS / 2 - 1)), dates.get(end));
    }

    /** Post town, county, outcode and incode. */
    List<String> town() {
        int town = dice.below(TOWNS.size());
        String incode = dice.below(10) + "A" + (char) ('A' + dice.below(20));
        return List.of(TOWNS.get(town), "", OUTCODES.get(town), incode);
    }

    String number(int below) {
        return Integer.toString(1 + dice.below(below - 1));
    }
}

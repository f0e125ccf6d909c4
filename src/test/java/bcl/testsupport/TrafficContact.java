package bcl.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes one group of records: right for its code, then spoiled now and then. */
final class TrafficContact {
    private static final List<String> SHIPPER = List.of("ENQ", "MUS", "ADD", "DUP", "RFA", "MNC", "FLE", "ISO", "MUR");
    private static final List<String> NETWORK = List.of("ENQ", "DUP", "MUS", "TOG", "FLE");
    private static final List<String> METERS = List.of("ENQ", "MUR", "FLE");
    private static final String ADDRESS = ",,,,12,,,\"HIGH STREET\",,\"EXAMPLETON\",,\"VZ1\",\"2AB\",";

    private final Random random;
    private final TrafficReference.Organisation sender;

    TrafficContact(Random random, TrafficReference.Organisation sender) {
        this.random = random;
        this.sender = sender;
    }

    /** @param previous what stands in PREVIOUS_CONTACT_REFERENCE, empty for nothing */
    List<String> group(String reference, String code, String previous) {
        String point = anyPoint();
        String mprn = code.equals("MNC") || code.equals("FLE") ? "" : point;
        String serial = code.equals("MUR") ? "G4A" + random.nextInt(1000) : "";
        List<String> lines = new ArrayList<>();
        lines.add("\"L01\",\"%s\",\"%s\",%s,%s,\"D\",%s,\"A DESK\",\"01632 960123\",,20261112"
                .formatted(reference, code, mprn, serial, previous));
        lines.addAll(children(code, point));
        return lines;
    }

    String anyCode() {
        List<String> codes = switch (sender.role()) {
            case 'G' -> NETWORK;
            case 'M' -> METERS;
            default -> SHIPPER;
        };
        return codes.get(random.nextInt(codes.size()));
    }

    private List<String> children(String code, String point) {
        return switch (code) {
            case "ADD" -> List.of("\"L02\",\"P\"" + ADDRESS);
            case "DUP" -> List.of("\"L07\",%s,,".formatted(anyPoint()));
            case "RFA" -> List.of("\"L09\",20260101,20260201,-%d,\"IR\",".formatted(random.nextInt(5000)));
            case "MNC" -> List.of("\"L02\",\"N\"" + ADDRESS, narrative(1));
            case "FLE" -> List.of("\"L11\",\"ABC01.PN000117.URS\",20261102");
            case "ISO" -> List.of("\"L06\",\"DE\",\"SR\",20261105,\"Y\",\"N\"");
            case "MUR" -> List.of("\"L05\",20261110,%d,\"A\",,".formatted(random.nextInt(99999)));
            case "TOG" -> List.of("\"L08\",20260101,20260601,1200,\"TM\",,", narrative(1));
            case "MUS" ->
                List.of("\"L02\",\"H\"" + ADDRESS, "\"L03\",,\"B. OCCUPIER\",\"01632 960124\",,", narrative(1));
            default -> List.of(narrative(1), narrative(2));
        };
    }

    private String narrative(int place) {
        return "\"L12\",%d,\"NOTE %d\"".formatted(place, random.nextInt(100));
    }

    private String anyPoint() {
        return sender.points().get(random.nextInt(TrafficReference.POINTS_EACH));
    }

    /** A fault of the sender, in a line by chance. */
    void spoil(List<String> lines) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.set(at, line + ",X");
            case 1 -> lines.set(at, line.replace("2026", "2027"));
            case 2 -> lines.set(at, line.replaceFirst(",\"", ",\"\"A"));
            case 3 -> lines.set(at, line.replace("E", "\u00c9"));
            case 4 -> lines.add("\"L77\",1");
            case 5 -> lines.add("\"L12\",3,\"%s\"".formatted("LONG ".repeat(500)));
            case 6 -> lines.set(0, lines.get(0).replace(",1", ",2"));
            case 7 -> lines.subList(1, lines.size()).clear();
            default -> lines.add("");
        }
    }
}
